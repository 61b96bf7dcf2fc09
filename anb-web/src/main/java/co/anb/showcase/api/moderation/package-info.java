/** Moderation of clips by administrators. */
package co.anb.showcase.api.moderation;
