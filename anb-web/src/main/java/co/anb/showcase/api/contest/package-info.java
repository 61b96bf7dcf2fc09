/** The contest's phase and rules. */
package co.anb.showcase.api.contest;
