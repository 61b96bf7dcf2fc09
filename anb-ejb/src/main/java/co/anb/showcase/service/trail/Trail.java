package co.anb.showcase.service.trail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;

/** A trail that is sealed. */
public enum Trail {
  /** Who did what. */
  AUDIT(
      "audit_entry",
      "number",
      """
      select number, cast(id as text), cast(extract(epoch from at) * 1000000 as bigint),
             cast(actor_id as text), action, subject_type, subject_id, reason,
             cast(detail as text), false
      from audit_entry where number > :after and number <= :until order by number limit :most
      """,
      8),
  /** What happened to votes. */
  VOTES(
      "vote_event",
      "id",
      """
      select e.id, cast(extract(epoch from e.at) * 1000000 as bigint), e.kind,
             cast(e.video_id as text), e.reason, cast(e.voter_id as text),
             cast(e.actor_id as text), encode(e.address_hash, 'hex'),
             encode(e.network_hash, 'hex'), encode(e.agent_hash, 'hex'),
             e.network_hash is null and e.address_hash is null and e.agent_hash is null
               and a.id is null
      from vote_event e left join account a on a.id = e.voter_id
      where e.id > :after and e.id <= :until order by e.id limit :most
      """,
      4);

  private final String table;
  private final String column;
  private final String entries;
  private final int kept;

  Trail(String table, String column, String entries, int kept) {
    this.table = table;
    this.column = column;
    this.entries = entries;
    this.kept = kept;
  }

  /** The highest key that was given out, and what transactions run. */
  Tuple position(EntityManager entities) {
    return (Tuple)
        entities
            .createNativeQuery(
                """
                select coalesce(pg_sequence_last_value(
                         cast(pg_get_serial_sequence('%s', '%s') as regclass)), 0),
                       cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint),
                       cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)
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
    return rows.stream().map(row -> entry(((Tuple) row).toArray())).toList();
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

  private TrailEntry entry(Object[] row) {
    int end = row.length - 1;
    return TrailEntry.of(
        ((Number) row[0]).longValue(),
        Arrays.copyOfRange(row, 1, 1 + kept),
        Arrays.copyOfRange(row, 1 + kept, end),
        (Boolean) row[end]);
  }
}
