package co.anb.showcase.api.jury;

import co.anb.showcase.service.jury.SpreadResult;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a spread did.
 *
 * @param clips how many are public
 * @param added assignments
 * @param loads clips that each chosen juror now has, conflicts left out
 * @param shortClips how many clips cannot reach the minimum
 * @param shortages the first hundred of those
 */
public record SpreadView(
    @Schema(example = "2") int scoresPerClip,
    @Schema(example = "120") int clips,
    @Schema(example = "240") int added,
    List<Load> loads,
    @Schema(example = "1") int shortClips,
    List<Shortage> shortages) {

  private static final int MOST_SHORTAGES = 100;

  /** What a juror has. */
  public record Load(
      @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID jurorId,
      @Schema(example = "24") int clips) {}

  /** A clip for which jurors are missing. */
  public record Shortage(
      @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID videoId,
      @Schema(example = "1") int missing) {}

  static SpreadView of(SpreadResult result) {
    return new SpreadView(
        result.scoresPerClip(),
        result.clips(),
        result.added(),
        result.loads().entrySet().stream()
            .map(load -> new Load(load.getKey(), load.getValue()))
            .sorted(Comparator.comparing(Load::jurorId))
            .toList(),
        result.shortages().size(),
        result.shortages().stream()
            .limit(MOST_SHORTAGES)
            .map(each -> new Shortage(each.videoId(), each.missing()))
            .toList());
  }
}
