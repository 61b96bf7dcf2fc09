/** How far the work on a clip is. */
package co.anb.showcase.api.processing;
