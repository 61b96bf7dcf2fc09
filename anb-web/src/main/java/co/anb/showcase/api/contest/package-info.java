/** The contest's phase, dates and rules, and their administration. */
package co.anb.showcase.api.contest;
