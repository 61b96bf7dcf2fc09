/** Who leads, in the country and in a city. */
package co.anb.showcase.service.ranking;
