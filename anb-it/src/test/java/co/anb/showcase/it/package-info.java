/** Drives the whole running stack over HTTP, as its users do. */
package co.anb.showcase.it;
