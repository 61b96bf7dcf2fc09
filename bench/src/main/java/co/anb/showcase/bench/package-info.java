/** Benchmarks of the packaged product against what else there is. */
package co.anb.showcase.bench;
