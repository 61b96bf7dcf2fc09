/** A clip's progress: polled, or as server-sent events. */
package co.anb.showcase.api.progress;
