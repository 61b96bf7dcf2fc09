package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.AssignmentState;
import java.time.Instant;
import java.util.UUID;

/**
 * An assignment as its juror sees it.
 *
 * @param number the clip's place in the queue, and its name in blind mode
 * @param durationMillis null if it is not known
 * @param savedAt null if nothing was saved
 * @param submittedAt null if the sheet is not submitted
 * @param total from 0 to 100, null if the sheet is not submitted
 * @param title null in blind mode
 * @param player first and last name; null in blind mode
 * @param city null in blind mode
 */
public record JudgedClip(
    UUID assignmentId,
    int number,
    AssignmentState state,
    Integer durationMillis,
    Instant savedAt,
    Instant submittedAt,
    Double total,
    String title,
    String player,
    String city) {}
