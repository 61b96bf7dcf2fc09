/** What all components share: the clock, the media store, constraints, search, pages. */
package co.anb.showcase.service.platform;
