/** The bytes of clips and posters, to their owners and to everybody; links to them. */
package co.anb.showcase.api.media;
