/** The contest's phases and deadlines. */
package co.anb.showcase.service.contest;
