package co.anb.showcase.service.moderation;

/**
 * Which clips an administrator wants to see.
 *
 * @param state or null for all
 * @param cityKey or null for all
 * @param text a part of the title, of the owner's name or address; or null
 */
public record ModerationQuery(
    ModerationState state, String cityKey, String text, int limit, int offset) {}
