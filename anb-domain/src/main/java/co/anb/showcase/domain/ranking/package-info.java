/** Who leads. */
package co.anb.showcase.domain.ranking;
