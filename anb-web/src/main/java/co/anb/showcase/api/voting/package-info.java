/** Published clips and votes. */
package co.anb.showcase.api.voting;
