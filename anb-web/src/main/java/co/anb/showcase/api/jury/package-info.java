/** Judging: what jurors do, and how administrators run the jury. */
package co.anb.showcase.api.jury;
