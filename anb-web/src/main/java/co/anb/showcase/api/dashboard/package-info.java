/** How the contest is doing, for administrators. */
package co.anb.showcase.api.dashboard;
