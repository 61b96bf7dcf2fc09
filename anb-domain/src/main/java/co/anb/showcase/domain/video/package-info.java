/** Clips that players submit, from upload to publication. */
package co.anb.showcase.domain.video;
