/** Clips: accepting uploads, listing, publishing, deleting. */
package co.anb.showcase.service.video;
