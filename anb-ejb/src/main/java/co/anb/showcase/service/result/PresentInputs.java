package co.anb.showcase.service.result;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.service.jury.JuryScoreService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads what a result is computed from, as it is within the caller's transaction. */
@ApplicationScoped
public class PresentInputs {

  // The one place that counts votes: tallies may lag, a result may not.
  private static final String PLAYERS =
      """
      select a.id, a.city, a.city_key, cast(coalesce(sum(w.votes), 0) as bigint) as votes,
             cast(extract(epoch from max(w.last_at)) * 1000000 as bigint) as last_micros,
             string_agg(cast(v.id as text), ',') as clips
        from video v
        join account a on a.id = v.owner_id
        left join (select video_id, count(*) as votes, max(cast_at) as last_at
                     from vote where voided_at is null group by video_id) w on w.video_id = v.id
       where v.published_at is not null
       group by a.id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private JuryScoreService jury;

  /** Votes and submitted sheets of now, under these settings. */
  ResultInputs at(ContestSettings settings, Instant now) {
    return new ResultInputs(
        now,
        settings.publicWeight(),
        settings.juryWeight(),
        settings.winnersPerCity(),
        players(),
        jury.submitted());
  }

  private List<Entrant> players() {
    List<?> rows = entities.createNativeQuery(PLAYERS, Tuple.class).getResultList();
    return rows.stream().map(row -> entrant((Tuple) row)).toList();
  }

  private static Entrant entrant(Tuple row) {
    Long lastMicros = row.get("last_micros", Long.class);
    return new Entrant(
        row.get("id", UUID.class),
        row.get("city", String.class),
        row.get("city_key", String.class),
        row.get("votes", Long.class),
        lastMicros == null ? null : Instant.EPOCH.plus(lastMicros, ChronoUnit.MICROS),
        Arrays.stream(row.get("clips", String.class).split(",")).map(UUID::fromString).toList());
  }
}
