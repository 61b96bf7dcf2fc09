/** Votes of the public. */
package co.anb.showcase.domain.voting;
