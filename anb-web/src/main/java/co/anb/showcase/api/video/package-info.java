/** Players' own clips: list, detail, upload in one request, publish, withdraw, delete. */
package co.anb.showcase.api.video;
