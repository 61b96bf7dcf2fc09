package co.anb.showcase.service.voting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks for votes that people would not cast like that. It accuses nobody: an administrator looks
 * at the votes behind a flag and decides.
 */
@Stateless
@RolesAllowed("ADMIN")
public class FraudReport {

  // Only groups that are large enough at all are looked at closely: few of a million votes are.
  private static final String FLAGS =
      """
      with casts as (
        select e.at, e.video_id, e.voter_id, e.network_hash, e.address_hash, e.agent_hash,
               v.owner_id
        from vote_event e join video v on v.id = e.video_id %2$s
        where e.kind = 'CAST' and e.at >= :from and e.at < :to %3$s),
      busy as (
        select %1$s from casts group by %1$s having count(*) >= :least),
      paced as (
        select c.*, w.voter_id is not null and w.voided_at is null as counts,
               count(*) over (
                 partition by %4$s order by c.at
                 range between make_interval(secs => :span) preceding and current row) as together
        from (select * from casts join busy using (%1$s)) c
        left join vote w on w.video_id = c.video_id and w.voter_id = c.voter_id),
      flagged as (
        select min(encode(substring(network_hash from 1 for 8), 'hex')) as network,
               min(encode(substring(address_hash from 1 for 8), 'hex')) as address,
               min(encode(substring(agent_hash from 1 for 8), 'hex')) as agent,
               cast(min(cast(video_id as text)) as uuid) as video_id,
               cast(min(cast(owner_id as text)) as uuid) as owner_id,
               cast(min(cast(voter_id as text)) as uuid) as voter_id,
               max(together) as peak, count(*) as votes,
               count(distinct (video_id, voter_id)) filter (where counts) as counted,
               count(distinct voter_id) as voters, count(distinct video_id) as videos,
               count(distinct owner_id) as players, min(at) as first_at, max(at) as last_at
        from paced group by %1$s
        having max(together) >= :least and count(distinct voter_id) >= :voters
        order by max(together) desc, min(at)
        limit :limit)
      select f.network, f.address, f.agent, v.id, v.title, p.id,
             p.first_name || ' ' || p.last_name,
             case when f.voters = 1 then f.voter_id end, u.first_name || ' ' || u.last_name,
             f.peak, f.votes, f.counted, f.voters, f.videos, f.first_at, f.last_at
      from flagged f
      left join video v on v.id = f.video_id and f.videos = 1
      left join account p on p.id = f.owner_id and f.players = 1
      left join account u on u.id = f.voter_id and f.voters = 1
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private FraudSettings settings;

  /**
   * The flags of votes cast from {@code from} until before {@code to}, the highest score first.
   *
   * @param kinds which to look for
   * @param limit most flags of a kind
   */
  public List<FraudFlag> flags(Set<FraudKind> kinds, Instant from, Instant to, int limit) {
    // A month of a large contest is sorted in memory, by this transaction only.
    entities.createNativeQuery("select set_config('work_mem', '64MB', true)").getSingleResult();
    return kinds.stream()
        .flatMap(kind -> flags(kind, from, to, limit).stream())
        .sorted(Comparator.comparingDouble(FraudFlag::score).reversed())
        .toList();
  }

  private List<FraudFlag> flags(FraudKind kind, Instant from, Instant to, int limit) {
    FraudThreshold threshold = settings.threshold(kind);
    Query query =
        entities
            .createNativeQuery(sql(kind), Tuple.class)
            .setParameter("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
            .setParameter("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
            .setParameter("least", threshold.votes())
            .setParameter("voters", kind.manyVoters() ? threshold.votes() : 1)
            .setParameter("span", (double) threshold.seconds())
            .setParameter("limit", limit);
    if (kind == FraudKind.YOUNG_ACCOUNTS) {
      query.setParameter("age", settings.youngAccountMinutes());
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> flag(kind, threshold, (Tuple) row)).toList();
  }

  /** Only names of columns, from the enumeration, become a part of the text. */
  private static String sql(FraudKind kind) {
    boolean young = kind == FraudKind.YOUNG_ACCOUNTS;
    String known =
        kind.key().stream()
            .filter(column -> column.endsWith("_hash"))
            .map(column -> " and e." + column + " is not null")
            .collect(Collectors.joining());
    return FLAGS.formatted(
        String.join(", ", kind.key()),
        young ? "join account a on a.id = e.voter_id" : "",
        young ? "and e.at < a.created_at + make_interval(mins => :age)" : known,
        kind.key().stream().map(column -> "c." + column).collect(Collectors.joining(", ")));
  }

  private static FraudFlag flag(FraudKind kind, FraudThreshold threshold, Tuple row) {
    long peak = number(row, 9);
    return new FraudFlag(
        kind,
        kind.key().contains("network_hash") ? row.get(0, String.class) : null,
        kind.key().contains("address_hash") ? row.get(1, String.class) : null,
        kind.key().contains("agent_hash") ? row.get(2, String.class) : null,
        row.get(3, UUID.class),
        row.get(4, String.class),
        row.get(5, UUID.class),
        row.get(6, String.class),
        row.get(7, UUID.class),
        row.get(8, String.class),
        peak,
        number(row, 10),
        number(row, 11),
        number(row, 12),
        number(row, 13),
        row.get(14, Instant.class),
        row.get(15, Instant.class),
        Math.round(100.0 * peak / threshold.votes()) / 100.0);
  }

  private static long number(Tuple row, int column) {
    return row.get(column, Number.class).longValue();
  }
}
