package co.anb.showcase.service.voting;

import java.util.UUID;

/**
 * Which published clips are wanted.
 *
 * @param cityKey or null for all
 * @param text part of a title or name, or null
 * @param playerId whose clips, or null for everyone's
 * @param byVotes most votes first, else newest first
 */
public record GalleryQuery(
    String cityKey, String text, UUID playerId, boolean byVotes, int limit, int offset) {

  /** Whether no clip is left out. */
  boolean isForAll() {
    return cityKey == null && text == null && playerId == null;
  }
}
