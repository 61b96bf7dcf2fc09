/** The trail of who did what, for administrators. */
package co.anb.showcase.api.audit;
