/** Gauges: what metrics and alerts ask for, measured once and kept. */
package co.anb.showcase.service.monitoring;
