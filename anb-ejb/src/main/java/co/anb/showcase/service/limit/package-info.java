/** Rate limits: how often an account or an address may do something. */
package co.anb.showcase.service.limit;
