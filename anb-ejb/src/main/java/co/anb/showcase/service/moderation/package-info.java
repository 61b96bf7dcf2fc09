/** What administrators decide about clips: approve, reject, take down, restore. */
package co.anb.showcase.service.moderation;
