/** The verification of the trails, for administrators. */
package co.anb.showcase.api.trail;
