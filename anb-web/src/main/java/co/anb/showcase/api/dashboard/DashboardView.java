package co.anb.showcase.api.dashboard;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.dashboard.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The contest in figures.
 *
 * @param at when they were counted
 * @param accounts by role
 * @param videos by state: waiting, failed, pending, published, withheld
 * @param failures failed clips by code
 * @param votes those that count
 * @param voided those that do not
 */
public record DashboardView(
    @Schema(name = "at", implementation = String.class, format = "date-time") Instant at,
    @Schema(name = "accounts") Map<String, Long> accounts,
    @Schema(name = "videos") Map<String, Long> videos,
    @Schema(name = "failures") Map<String, Long> failures,
    @Schema(name = "queue") QueueView queue,
    @Schema(name = "votes") long votes,
    @Schema(name = "voided") long voided,
    @Schema(name = "signups_per_day", type = SchemaType.ARRAY, implementation = CountView.class)
        List<CountView> signupsPerDay,
    @Schema(name = "uploads_per_day", type = SchemaType.ARRAY, implementation = CountView.class)
        List<CountView> uploadsPerDay,
    @Schema(name = "votes_per_day", type = SchemaType.ARRAY, implementation = CountView.class)
        List<CountView> votesPerDay,
    @Schema(name = "votes_per_hour", type = SchemaType.ARRAY, implementation = CountView.class)
        List<CountView> votesPerHour) {

  /**
   * Jobs that are not done.
   *
   * @param oldestSeconds how long the oldest has waited
   */
  public record QueueView(
      @Schema(name = "waiting") long waiting,
      @Schema(name = "running") long running,
      @Schema(name = "oldest_seconds") long oldestSeconds) {}

  /**
   * How many in a day or an hour.
   *
   * @param from when it begins
   */
  public record CountView(
      @Schema(name = "from", implementation = String.class, format = "date-time") Instant from,
      @Schema(name = "count") long count) {}

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
