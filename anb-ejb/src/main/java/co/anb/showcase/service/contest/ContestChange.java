package co.anb.showcase.service.contest;

import java.math.BigDecimal;

/**
 * New settings as an administrator sends them; whatever is not sent is null.
 *
 * @param version of the settings that the administrator has seen
 * @param acceptQuicktime taken for true if it is not sent
 * @param clipsPerPlayer any number if it is not sent
 * @param galleryAfterJudging taken for false if it is not sent
 * @param submissionOpens times are ISO 8601; without an offset they are in {@code timeZone}
 */
public record ContestChange(
    Integer version,
    String name,
    String timeZone,
    String submissionOpens,
    String submissionCloses,
    String votingOpens,
    String votingCloses,
    String publishMode,
    Boolean selfVote,
    Boolean acceptQuicktime,
    BigDecimal publicWeight,
    BigDecimal juryWeight,
    Integer winnersPerCity,
    Integer clipsPerPlayer,
    Boolean galleryAfterJudging) {}
