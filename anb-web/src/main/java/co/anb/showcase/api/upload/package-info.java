/** Resumable uploads (tus 1.0.0) and the form of an upload. */
package co.anb.showcase.api.upload;
