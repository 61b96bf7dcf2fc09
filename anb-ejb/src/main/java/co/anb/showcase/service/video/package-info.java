/** Clips as their owners see them: listing, publishing, withdrawing, deleting, their files. */
package co.anb.showcase.service.video;
