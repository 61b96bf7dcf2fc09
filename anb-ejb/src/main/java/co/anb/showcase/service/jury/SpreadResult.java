package co.anb.showcase.service.jury;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a spread did.
 *
 * @param scoresPerClip that each clip was to get
 * @param clips how many are public
 * @param added assignments
 * @param loads clips that each chosen juror now has, conflicts left out
 * @param shortages clips for which jurors are missing
 */
public record SpreadResult(
    int scoresPerClip, int clips, int added, Map<UUID, Integer> loads, List<Missing> shortages) {

  /** A clip that cannot reach the minimum. */
  public record Missing(UUID videoId, int missing) {}
}
