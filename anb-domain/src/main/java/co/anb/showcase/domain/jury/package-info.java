/** The jury: its rubric, its assignments and its score sheets. */
package co.anb.showcase.domain.jury;
