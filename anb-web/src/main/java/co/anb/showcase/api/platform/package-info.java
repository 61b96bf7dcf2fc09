/** What every endpoint shares: the application, JSON, who calls, lists. */
package co.anb.showcase.api.platform;
