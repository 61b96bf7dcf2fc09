/** The web application's files and pages. */
package co.anb.showcase.api.site;
