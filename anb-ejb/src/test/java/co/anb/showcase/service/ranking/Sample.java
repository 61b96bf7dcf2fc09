package co.anb.showcase.service.ranking;

import java.time.Instant;
import java.util.UUID;

/** Published clips for tests. */
public final class Sample {

  /** When the samples' time begins. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Sample() {}

  /** The n-th id. */
  public static UUID id(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  /** A clip. Its number says when it was published. */
  public static PublishedClip clip(
      int number, int player, String city, long votes, Integer lastVoteSecond) {
    return new PublishedClip(
        id(1000 + number),
        "Título " + number,
        START,
        START.plusSeconds(number),
        30_000,
        id(player),
        "Ana Núñez " + player,
        city,
        city,
        SearchText.of("Título " + number + " Ana Núñez " + player),
        null,
        votes,
        lastVoteSecond == null ? null : START.plusSeconds(lastVoteSecond));
  }
}
