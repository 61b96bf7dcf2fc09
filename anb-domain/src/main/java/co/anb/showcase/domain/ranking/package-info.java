/** The counted votes of each clip, for the ranking. */
package co.anb.showcase.domain.ranking;
