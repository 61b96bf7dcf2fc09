package co.anb.showcase.service.trail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;

/** A trail that is sealed. */
public enum Trail {
  /** Who did what. */
  AUDIT(
      "audit_entry",
      "number",
      """
      select number as key, cast(id as text) as id,
             cast(extract(epoch from at) * 1000000 as bigint) as at,
             cast(actor_id as text) as actor_id, action, subject_type, subject_id, reason,
             cast(detail as text) as detail, false as erased
      from audit_entry where number > :after and number <= :until order by number limit :most
      """),
  /** What happened to votes. */
  VOTES(
      "vote_event",
      "id",
      """
      select e.id as key, cast(extract(epoch from e.at) * 1000000 as bigint) as at, e.kind,
             cast(e.video_id as text) as video_id, e.reason,
             cast(e.voter_id as text) as voter_id, cast(e.actor_id as text) as actor_id,
             encode(e.address_hash, 'hex') as address, encode(e.network_hash, 'hex') as network,
             encode(e.agent_hash, 'hex') as agent,
             e.network_hash is null and e.address_hash is null and e.agent_hash is null
               and a.id is null as erased
      from vote_event e left join account a on a.id = e.voter_id
      where e.id > :after and e.id <= :until order by e.id limit :most
      """);

  private final String table;
  private final String column;
  private final String entries;

  Trail(String table, String column, String entries) {
    this.table = table;
    this.column = column;
    this.entries = entries;
  }

  /** The highest key that was given out, and what transactions run. */
  Tuple position(EntityManager entities) {
    return (Tuple)
        entities
            .createNativeQuery(
                """
                select coalesce(pg_sequence_last_value(
                         cast(pg_get_serial_sequence('%s', '%s') as regclass)), 0)
                         as last_key,
                       cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
                         as oldest_running,
                       cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)
                         as next_id
                """
                    .formatted(table, column),
                Tuple.class)
            .getSingleResult();
  }

  /** Entries between two keys, ascending. */
  List<TrailEntry> entries(EntityManager entities, long after, long until, int most) {
    List<?> rows =
        entities
            .createNativeQuery(entries, Tuple.class)
            .setParameter("after", after)
            .setParameter("until", until)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(row -> entry((Tuple) row)).toList();
  }

  /** How many entries come after a key. */
  long countAfter(EntityManager entities, long after) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(*) from %s where %s > :after".formatted(table, column))
                .setParameter("after", after)
                .getSingleResult())
        .longValue();
  }

  private TrailEntry entry(Tuple row) {
    return new TrailEntry(
        row.get("key", Number.class).longValue(),
        texts(row, kept()),
        texts(row, erasable()),
        row.get("erased", Boolean.class));
  }

  /** Columns that stay when an account is deleted. Seals depend on their order. */
  private List<String> kept() {
    return switch (this) {
      case AUDIT ->
          List.of(
              "id", "at", "actor_id", "action", "subject_type", "subject_id", "reason", "detail");
      case VOTES -> List.of("at", "kind", "video_id", "reason");
    };
  }

  /** Columns that are emptied then. Seals depend on their order, too. */
  private List<String> erasable() {
    return switch (this) {
      case AUDIT -> List.of();
      case VOTES -> List.of("voter_id", "actor_id", "address", "network", "agent");
    };
  }

  private static List<String> texts(Tuple row, List<String> columns) {
    return columns.stream().map(row::get).map(value -> Objects.toString(value, null)).toList();
  }
}
