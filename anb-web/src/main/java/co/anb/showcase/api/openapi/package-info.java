/** Hands out the description of this interface, as the build made it. */
package co.anb.showcase.api.openapi;
