/** Who leads. */
package co.anb.showcase.api.ranking;
