package co.anb.showcase.service.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Compares votes with what their trail says of them. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class VoteReconciliation {

  // Votes of deleted clips are gone, and their events are not.
  private static final String DIFFERENCE =
      """
      with last as (
        select distinct on (e.video_id, e.voter_id) e.video_id, e.voter_id, e.kind
        from vote_event e join video v on v.id = e.video_id
        order by e.video_id, e.voter_id, e.id desc)
      select count(w.video_id) as votes,
             count(*) filter (where w.video_id is null and l.kind <> 'TAKEN_BACK') as missing,
             count(*) filter (where w.video_id is not null
                                and coalesce(l.kind, 'TAKEN_BACK') = 'TAKEN_BACK')
               as unexplained,
             count(*) filter (where w.video_id is not null
                                and (l.kind = 'VOIDED' and w.voided_at is null
                                  or l.kind in ('CAST', 'RESTORED') and w.voided_at is not null))
               as voided_otherwise
      from last l full join vote w on w.video_id = l.video_id and w.voter_id = l.voter_id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** Counts what differs; all zero but {@code votes} if nothing does. */
  public VoteDifference difference() {
    Tuple row = (Tuple) entities.createNativeQuery(DIFFERENCE, Tuple.class).getSingleResult();
    return new VoteDifference(
        number(row, "votes"),
        number(row, "missing"),
        number(row, "unexplained"),
        number(row, "voided_otherwise"));
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
