package co.anb.showcase.service.dashboard;

import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.dashboard.Figures.Count;
import co.anb.showcase.service.dashboard.Figures.Queue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the database for the figures. */
@Stateless
@RolesAllowed("ADMIN")
public class FigureQueries {

  private static final int DAYS = 30;
  private static final int HOURS = 48;

  private static final String ACCOUNTS =
      "select lower(role) as kind, count(*) as n from account group by role";

  private static final String VIDEOS =
      """
      select case when withheld_at is not null then 'withheld'
                  when withdrawn_at is not null then 'withdrawn'
                  when published_at is not null then 'published'
                  when status = 'PROCESSED' then 'pending'
                  when status = 'FAILED' then 'failed'
                  else 'waiting' end as kind,
             count(*) as n
      from video group by 1
      """;

  private static final String FAILURES =
      "select failure_code as kind, count(*) as n from video"
          + " where failure_code is not null group by 1";

  private static final String QUEUE =
      """
      select count(*) filter (where state = 'QUEUED') as waiting,
             count(*) filter (where state = 'RUNNING') as running,
             coalesce(cast(extract(epoch from cast(:now as timestamptz)
                      - min(queued_at) filter (where state = 'QUEUED')) as bigint), 0)
               as oldest_seconds
      from processing_job where state in ('QUEUED', 'RUNNING')
      """;

  // The tally and what it does not hold yet.
  private static final String VOTES =
      """
      select coalesce((select sum(votes) from video_tally), 0)
               + coalesce((select sum(delta) from vote_delta), 0) as counted,
             (select count(*) from vote where voided_at is not null) as voided
      """;

  // In local time, as PostgreSQL 14 and 15 cannot count days in another zone.
  private static final String SERIES =
      """
      with spans as (
        select distinct g at time zone :zone as start
        from generate_series(
          date_trunc('%1$s', cast(:now as timestamptz) at time zone :zone) - cast(:back as interval),
          date_trunc('%1$s', cast(:now as timestamptz) at time zone :zone),
          interval '1 %1$s') g),
      counts as (
        select date_trunc('%1$s', %3$s, :zone) as start, count(*) as n
        from %2$s
        where %3$s >= date_trunc('%1$s', cast(:now as timestamptz), :zone) - cast(:back as interval)
          %4$s
        group by 1)
      select s.start, coalesce(c.n, 0) as n from spans s left join counts c on c.start = s.start
      order by 1
      """;

  private static final String SIGNUPS_PER_DAY =
      SERIES.formatted("day", "account", "created_at", "");
  private static final String UPLOADS_PER_DAY = SERIES.formatted("day", "video", "uploaded_at", "");
  private static final String VOTES_PER_DAY =
      SERIES.formatted("day", "vote_event", "at", "and kind = 'CAST'");
  private static final String VOTES_PER_HOUR =
      SERIES.formatted("hour", "vote_event", "at", "and kind = 'CAST'");

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;

  @Inject private ContestCalendar calendar;

  /** The figures now. */
  public Figures read() {
    Instant now = clock.instant();
    Tuple votes = (Tuple) entities.createNativeQuery(VOTES, Tuple.class).getSingleResult();
    return new Figures(
        now,
        counts(ACCOUNTS),
        counts(VIDEOS),
        counts(FAILURES),
        queue(now),
        number(votes, "counted"),
        number(votes, "voided"),
        series(SIGNUPS_PER_DAY, now, DAYS - 1 + " days"),
        series(UPLOADS_PER_DAY, now, DAYS - 1 + " days"),
        series(VOTES_PER_DAY, now, DAYS - 1 + " days"),
        series(VOTES_PER_HOUR, now, HOURS - 1 + " hours"));
  }

  private Map<String, Long> counts(String sql) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Object each : entities.createNativeQuery(sql, Tuple.class).getResultList()) {
      Tuple row = (Tuple) each;
      counts.put(row.get("kind", String.class), number(row, "n"));
    }
    return counts;
  }

  private Queue queue(Instant now) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(QUEUE, Tuple.class)
                .setParameter("now", time(now))
                .getSingleResult();
    return new Queue(
        number(row, "waiting"), number(row, "running"), Math.max(0, number(row, "oldest_seconds")));
  }

  private List<Count> series(String sql, Instant now, String back) {
    List<?> rows =
        entities
            .createNativeQuery(sql, Tuple.class)
            .setParameter("now", time(now))
            .setParameter("zone", calendar.settings().timeZone())
            .setParameter("back", back)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(row -> new Count(row.get("start", Instant.class), number(row, "n")))
        .toList();
  }

  private static OffsetDateTime time(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
