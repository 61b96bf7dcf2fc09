package co.anb.showcase.api.contest;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Phases;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.domain.mp4.ClipLimits;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.service.upload.UploadService;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the contest stands.
 *
 * @param phase {@code draft}, {@code submission}, {@code voting}, {@code closed} or {@code
 *     published}
 * @param serverTime the clock that decides
 * @param galleryOpen whether the public sees clips and the ranking
 * @param uploadsUntil when the uploads end, whichever deadline it is; null if none is set
 * @param votingUntil null if no end is set
 * @param publishedAt when the result became public, or null
 * @param sourceUrl where the source of this version of the program is, or null
 * @param publicWeight of the public's part of the result; with the jury's it makes 1
 */
@JsonbNillable
public record ContestView(
    String name,
    String phase,
    @Schema(example = "America/Bogota") String timeZone,
    Instant serverTime,
    boolean uploadsOpen,
    boolean votingOpen,
    boolean judgingOpen,
    boolean galleryOpen,
    Instant uploadsUntil,
    Instant votingUntil,
    Instant submissionOpens,
    Instant submissionCloses,
    Instant votingOpens,
    Instant votingCloses,
    Instant publishedAt,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    @Schema(nullable = true) String sourceUrl,
    Rules rules) {

  /**
   * What a clip must be, and who may vote.
   *
   * @param toleranceMs by so much a clip may miss the bounds of its length
   * @param shownSeconds of a clip, so much is shown at most
   * @param minHeight fewest pixels of the smaller side
   * @param maxSide most pixels of the larger side
   * @param maxPixels most pixels of a frame
   * @param maxFrameRate frames a second
   * @param maxPixelRate pixels of a frame times frames a second
   */
  public record Rules(
      int minSeconds,
      int maxSeconds,
      int toleranceMs,
      int shownSeconds,
      int minHeight,
      int maxSide,
      long maxPixels,
      int maxFrameRate,
      long maxPixelRate,
      long maxBytes,
      String publishMode,
      boolean selfVote,
      boolean acceptQuicktime) {}

  private static Rules rules(ContestSettings settings) {
    return new Rules(
        (int) (ClipLimits.MIN_MILLIS / 1000),
        (int) (ClipLimits.MAX_MILLIS / 1000),
        (int) ClipLimits.TOLERANCE_MILLIS,
        ShownPart.MAX_MILLIS / 1000,
        ClipLimits.MIN_SIDE,
        ClipLimits.MAX_SIDE,
        ClipLimits.MAX_PIXELS,
        ClipLimits.MAX_RATE,
        ClipLimits.MAX_PIXEL_RATE,
        UploadService.MAX_BYTES,
        settings.publishMode().code(),
        settings.selfVote(),
        settings.acceptQuicktime());
  }

  static ContestView of(ContestState contest, Phases phases, String sourceUrl) {
    ContestSettings settings = contest.settings();
    Schedule times = settings.schedule();
    return new ContestView(
        settings.name(),
        phases.phase().code(),
        settings.timeZone(),
        Times.shown(phases.now()),
        phases.uploadsOpen(),
        phases.votingOpen(),
        phases.judgingOpen(),
        phases.galleryOpen(),
        Times.shown(
            times.submissionCloses() == null ? times.votingCloses() : times.submissionCloses()),
        Times.shown(times.votingCloses()),
        Times.shown(times.submissionOpens()),
        Times.shown(times.submissionCloses()),
        Times.shown(times.votingOpens()),
        Times.shown(times.votingCloses()),
        Times.shown(contest.publishedAt()),
        settings.publicWeight().stripTrailingZeros(),
        settings.juryWeight().stripTrailingZeros(),
        settings.winnersPerCity(),
        sourceUrl,
        rules(settings));
  }
}
