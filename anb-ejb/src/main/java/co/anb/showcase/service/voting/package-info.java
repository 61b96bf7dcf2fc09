/** Votes: casting, taking back, voiding, the fraud report; the gallery of published clips. */
package co.anb.showcase.service.voting;
