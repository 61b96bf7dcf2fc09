/** Delivery of the latest state to subscribers of live streams, however slowly they read. */
package co.anb.showcase.service.live;
