/** The contest's published result. */
package co.anb.showcase.api.result;
