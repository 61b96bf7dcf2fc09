package co.anb.showcase.service.monitoring;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** How the processing stands, for those who watch over it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class JobFigures {

  private static final String COUNT =
      """
      select
        count(*) filter (where j.state = 'QUEUED') as waiting,
        count(*) filter (where j.state = 'RUNNING') as running,
        count(*) filter (where j.state = 'FAILED' and v.failure_code = 'processing_failed')
          as given_up,
        cast(coalesce(extract(epoch from clock_timestamp()
          - min(j.queued_at) filter (where j.state in ('QUEUED', 'RUNNING'))), 0) as float8)
          as oldest_seconds
      from processing_job j join video v on v.id = j.video_id
      where j.state in ('QUEUED', 'RUNNING', 'FAILED')
      """;

  /**
   * The figures.
   *
   * @param waiting jobs that no worker has
   * @param running jobs that a worker has
   * @param givenUp jobs that failed though the clip may be good; an operator has to look at them
   * @param oldestSeconds age of the oldest job that is not at its end, 0 without any
   */
  public record Figures(long waiting, long running, long givenUp, double oldestSeconds) {}

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Asks the database. */
  public Figures read() {
    Tuple row = (Tuple) entities.createNativeQuery(COUNT, Tuple.class).getSingleResult();
    return new Figures(
        row.get("waiting", Long.class),
        row.get("running", Long.class),
        row.get("given_up", Long.class),
        row.get("oldest_seconds", Double.class));
  }
}
