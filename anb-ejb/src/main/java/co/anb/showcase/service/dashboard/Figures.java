package co.anb.showcase.service.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The contest in figures, at one moment.
 *
 * @param accounts by role
 * @param videos by moderation state
 * @param failures failed clips by code
 * @param votes those that count
 * @param voided those that do not
 * @param signupsPerDay the last 30 days, in the contest's time zone; likewise the others
 * @param votesPerHour the last 48 hours
 */
public record Figures(
    Instant at,
    Map<String, Long> accounts,
    Map<String, Long> videos,
    Map<String, Long> failures,
    Queue queue,
    long votes,
    long voided,
    List<Count> signupsPerDay,
    List<Count> uploadsPerDay,
    List<Count> votesPerDay,
    List<Count> votesPerHour) {

  /**
   * Jobs that are not done.
   *
   * @param oldestSeconds how long the oldest has waited; 0 if none does
   */
  public record Queue(long waiting, long running, long oldestSeconds) {}

  /** How many in a day or an hour that begins then. */
  public record Count(Instant from, long count) {}
}
