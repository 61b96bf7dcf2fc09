package co.anb.showcase.service.monitoring;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/**
 * The database's copies that follow it by streaming, as far as its user may see them. Copies that a
 * managed service makes below the database, such as RDS with several zones, are not among them.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StandbyFigures {

  // Without pg_read_all_stats a user sees rows with nothing in them, which count as none. Seconds
  // are
  // unknown while there is nothing to replay, and stand still if a copy does: hence the bytes.
  private static final String COUNT =
      """
      select
        count(*) filter (where state = 'streaming') as streaming,
        cast(coalesce(max(extract(epoch from replay_lag)) filter (where state = 'streaming'), 0)
          as float8) as lag_seconds,
        cast(coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), coalesce(replay_lsn, flush_lsn)))
          filter (where state = 'streaming'), 0) as float8) as lag_bytes
      from pg_stat_replication
      """;

  /**
   * The figures.
   *
   * @param streaming how many copies follow
   * @param lagSeconds how long the slowest one needs to replay what is written, 0 without any
   * @param lagBytes how much the slowest one still has to replay, 0 without any
   */
  public record Figures(long streaming, double lagSeconds, double lagBytes) {}

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Asks the database. */
  public Figures read() {
    Tuple row = (Tuple) entities.createNativeQuery(COUNT, Tuple.class).getSingleResult();
    return new Figures(
        row.get("streaming", Long.class),
        row.get("lag_seconds", Double.class),
        row.get("lag_bytes", Double.class));
  }
}
