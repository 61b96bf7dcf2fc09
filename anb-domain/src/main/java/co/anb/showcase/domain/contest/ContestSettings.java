package co.anb.showcase.domain.contest;

import co.anb.showcase.domain.video.PublishMode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What administrators decide about the contest.
 *
 * @param timeZone an IANA name; times are shown and, where they name no offset, read in it
 * @param acceptQuicktime whether QuickTime files are taken beside MP4
 * @param publicWeight of the public's part of the result, from 0 to 1 with four decimals
 * @param juryWeight of the jury's part; both together are 1
 * @param clipsPerPlayer so many clips may a player have; null for any number
 * @param galleryAfterJudging whether the public sees clips only when the voting opens; jurors are
 *     done then
 */
public record ContestSettings(
    String name,
    String timeZone,
    Schedule schedule,
    PublishMode publishMode,
    boolean selfVote,
    boolean acceptQuicktime,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    int winnersPerCity,
    Integer clipsPerPlayer,
    boolean galleryAfterJudging) {

  /** Decimals of a weight. */
  public static final int WEIGHT_SCALE = 4;

  /** Weights have one form, so that equal settings are equal. */
  public ContestSettings {
    publicWeight = publicWeight.setScale(WEIGHT_SCALE, RoundingMode.UNNECESSARY);
    juryWeight = juryWeight.setScale(WEIGHT_SCALE, RoundingMode.UNNECESSARY);
  }

  /** Whether nothing differs that the result depends on: only the name and the time zone may. */
  public boolean decidesLike(ContestSettings other) {
    return equals(
        new ContestSettings(
            name,
            timeZone,
            other.schedule,
            other.publishMode,
            other.selfVote,
            other.acceptQuicktime,
            other.publicWeight,
            other.juryWeight,
            other.winnersPerCity,
            other.clipsPerPlayer,
            other.galleryAfterJudging));
  }

  /** The same with other times. */
  public ContestSettings with(Schedule other) {
    return new ContestSettings(
        name,
        timeZone,
        other,
        publishMode,
        selfVote,
        acceptQuicktime,
        publicWeight,
        juryWeight,
        winnersPerCity,
        clipsPerPlayer,
        galleryAfterJudging);
  }
}
