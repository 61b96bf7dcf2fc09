/** The contest's phase, rules and result, and their administration. */
package co.anb.showcase.api.contest;
