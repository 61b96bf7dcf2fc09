/** Sweepers: resend lost tasks, delete half-written and orphaned files. */
package co.anb.showcase.service.upkeep;
