/** The ranking: pages, and a stream of its top. */
package co.anb.showcase.api.ranking;
