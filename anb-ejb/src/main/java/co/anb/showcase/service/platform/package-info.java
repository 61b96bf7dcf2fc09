/** What every use case is handed: the clock, the media store, new ids. */
package co.anb.showcase.service.platform;
