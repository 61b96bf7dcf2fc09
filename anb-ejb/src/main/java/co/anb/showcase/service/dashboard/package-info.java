/** The contest in figures, for administrators. */
package co.anb.showcase.service.dashboard;
