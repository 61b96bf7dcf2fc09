package co.anb.showcase.openapi.sample;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clip. What is not known is null.
 *
 * @param durationSeconds of the clip as uploaded, &lt; 61
 * @param parts in order
 */
public record ClipView(
    UUID videoId, Instant uploadedAt, int durationSeconds, long bytes, List<Part> parts) {

  /** A part of a clip. */
  public record Part(String title) {}
}
