/** Clips as their owners see them: listing, publishing, deleting, their files. */
package co.anb.showcase.service.video;
