/**
 * Makes the OpenAPI document when the product is built. SmallRye reads the annotations; what
 * follows from the code (refusals, security, formats) and what its Javadoc says is added here.
 */
package co.anb.showcase.openapi;
