/** Makes sample clips of a given form and measures what a clip is like. */
package co.anb.showcase.clips;
