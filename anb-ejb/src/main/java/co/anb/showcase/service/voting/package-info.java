/** What the public sees of clips, and its votes. */
package co.anb.showcase.service.voting;
