/** Values for metrics and alerts, measured periodically and kept. */
package co.anb.showcase.service.monitoring;
