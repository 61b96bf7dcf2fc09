/** The jury: rubric, assignments, score sheets, conflicts, and the scores computed from them. */
package co.anb.showcase.service.jury;
