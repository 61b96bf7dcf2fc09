/** The console of the interface: Swagger UI, for administrators and developers. */
package co.anb.showcase.api.console;
