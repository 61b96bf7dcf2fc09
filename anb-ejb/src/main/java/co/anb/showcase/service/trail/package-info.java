/** Seals the audit trail and the trail of votes, and finds what was changed behind their backs. */
package co.anb.showcase.service.trail;
