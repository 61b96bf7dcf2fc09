/** What all endpoints share: the application, JSON, the caller, filters, lists. */
package co.anb.showcase.api.platform;
