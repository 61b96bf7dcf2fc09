/** How far a clip is: polled, or as server-sent events. */
package co.anb.showcase.api.progress;
