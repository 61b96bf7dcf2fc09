/** Players' own clips: list, detail, upload in one request, publish, delete. */
package co.anb.showcase.api.video;
