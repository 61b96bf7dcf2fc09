/** Refusals: each has a stable code, a status and a fixed detail text. */
package co.anb.showcase.service.problem;
