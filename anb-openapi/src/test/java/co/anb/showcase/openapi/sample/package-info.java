/** An application whose description is tested. */
package co.anb.showcase.openapi.sample;
