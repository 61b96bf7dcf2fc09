/** The contest's settings, calendar and phases. */
package co.anb.showcase.service.contest;
