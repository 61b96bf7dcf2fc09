/**
 * What the header of an uploaded MP4 or QuickTime file (ISO/IEC 14496-12) says about its frames,
 * and why such a file is refused or cannot be processed. Web tier and worker share it.
 */
package co.anb.showcase.domain.mp4;
