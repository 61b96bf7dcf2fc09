/** How often somebody may do something. */
package co.anb.showcase.service.limit;
