/** The trail of who did what to the contest. */
package co.anb.showcase.service.audit;
