/** Where the files of a clip lie; web and worker share it. */
package co.anb.showcase.domain.media;
