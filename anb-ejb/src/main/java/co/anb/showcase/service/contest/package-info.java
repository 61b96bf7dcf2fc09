/** The contest's settings, phases and result. */
package co.anb.showcase.service.contest;
