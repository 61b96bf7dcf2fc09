package co.anb.showcase.api.contest;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.domain.mp4.ClipLimits;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.service.contest.Phases;
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
 * @param uploadsUntil when the uploads end, whichever deadline it is; null if none is set
 * @param votingUntil null if no end is set
 * @param publishedAt when the result became public, or null
 * @param publicWeight of the public's part of the result; with the jury's it makes 1
 */
@JsonbNillable
public record ContestView(
    @Schema(name = "name") String name,
    @Schema(name = "phase") String phase,
    @Schema(name = "time_zone", example = "America/Bogota") String timeZone,
    @Schema(name = "server_time", implementation = String.class, format = "date-time")
        Instant serverTime,
    @Schema(name = "uploads_open") boolean uploadsOpen,
    @Schema(name = "voting_open") boolean votingOpen,
    @Schema(name = "judging_open") boolean judgingOpen,
    @Schema(name = "uploads_until", implementation = String.class, format = "date-time")
        Instant uploadsUntil,
    @Schema(name = "voting_until", implementation = String.class, format = "date-time")
        Instant votingUntil,
    @Schema(name = "submission_opens", implementation = String.class, format = "date-time")
        Instant submissionOpens,
    @Schema(name = "submission_closes", implementation = String.class, format = "date-time")
        Instant submissionCloses,
    @Schema(name = "voting_opens", implementation = String.class, format = "date-time")
        Instant votingOpens,
    @Schema(name = "voting_closes", implementation = String.class, format = "date-time")
        Instant votingCloses,
    @Schema(name = "published_at", implementation = String.class, format = "date-time")
        Instant publishedAt,
    @Schema(name = "public_weight") BigDecimal publicWeight,
    @Schema(name = "jury_weight") BigDecimal juryWeight,
    @Schema(name = "winners_per_city") int winnersPerCity,
    Rules rules) {

  /**
   * What a clip must be, and who may vote.
   *
   * @param toleranceMillis by so much a clip may miss the bounds of its length
   * @param shownSeconds of a clip, so much is shown at most
   * @param minHeight fewest pixels of the smaller side
   * @param maxSide most pixels of the larger side
   * @param maxPixels of a picture
   * @param maxFrameRate pictures a second
   * @param maxPixelRate pixels of a picture times pictures a second
   */
  public record Rules(
      @Schema(name = "min_seconds") int minSeconds,
      @Schema(name = "max_seconds") int maxSeconds,
      @Schema(name = "tolerance_ms") int toleranceMillis,
      @Schema(name = "shown_seconds") int shownSeconds,
      @Schema(name = "min_height") int minHeight,
      @Schema(name = "max_side") int maxSide,
      @Schema(name = "max_pixels") long maxPixels,
      @Schema(name = "max_frame_rate") int maxFrameRate,
      @Schema(name = "max_pixel_rate") long maxPixelRate,
      @Schema(name = "max_bytes") long maxBytes,
      @Schema(name = "publish_mode") String publishMode,
      @Schema(name = "self_vote") boolean selfVote,
      @Schema(name = "accept_quicktime") boolean acceptQuicktime) {}

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

  static ContestView of(ContestState contest, Phases phases) {
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
        rules(settings));
  }
}
