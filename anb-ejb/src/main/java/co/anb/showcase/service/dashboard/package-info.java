/** How the contest is doing, in figures. */
package co.anb.showcase.service.dashboard;
