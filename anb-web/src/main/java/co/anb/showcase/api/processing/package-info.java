/** Processing jobs and dead letters: their owner's view and their administration. */
package co.anb.showcase.api.processing;
