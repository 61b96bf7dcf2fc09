/** Accepting clips, whole or in parts: limits, header, files, the row and its message. */
package co.anb.showcase.service.upload;
