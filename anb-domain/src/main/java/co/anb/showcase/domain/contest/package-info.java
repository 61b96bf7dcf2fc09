/** The contest as administrators set it, and the snapshots of its result. */
package co.anb.showcase.domain.contest;
