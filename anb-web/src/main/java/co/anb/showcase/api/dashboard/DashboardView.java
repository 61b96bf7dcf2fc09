package co.anb.showcase.api.dashboard;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.dashboard.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The contest in figures.
 *
 * @param at when they were counted
 * @param accounts by role
 * @param videos by state: waiting, failed, pending, published, withheld, withdrawn
 * @param failures failed clips by code
 * @param votes those that count
 * @param voided those that do not
 */
public record DashboardView(
    Instant at,
    Map<String, Long> accounts,
    Map<String, Long> videos,
    Map<String, Long> failures,
    QueueView queue,
    long votes,
    long voided,
    List<CountView> signupsPerDay,
    List<CountView> uploadsPerDay,
    List<CountView> votesPerDay,
    List<CountView> votesPerHour) {

  /**
   * Jobs that are not done.
   *
   * @param oldestSeconds how long the oldest has waited
   */
  public record QueueView(long waiting, long running, long oldestSeconds) {}

  /**
   * How many in a day or an hour.
   *
   * @param from when it begins
   */
  public record CountView(Instant from, long count) {}

  static DashboardView of(Figures figures) {
    return new DashboardView(
        Times.shown(figures.at()),
        figures.accounts(),
        figures.videos(),
        figures.failures(),
        new QueueView(
            figures.queue().waiting(), figures.queue().running(), figures.queue().oldestSeconds()),
        figures.votes(),
        figures.voided(),
        counts(figures.signupsPerDay()),
        counts(figures.uploadsPerDay()),
        counts(figures.votesPerDay()),
        counts(figures.votesPerHour()));
  }

  private static List<CountView> counts(List<Figures.Count> counts) {
    return counts.stream().map(count -> new CountView(count.from(), count.count())).toList();
  }
}
