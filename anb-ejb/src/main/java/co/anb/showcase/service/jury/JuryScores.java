package co.anb.showcase.service.jury;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The scores that jurors have submitted. */
@Stateless
@PermitAll
public class JuryScores {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** All submitted sheets of published clips that no conflict of interest keeps from counting. */
  public List<SubmittedSheet> submitted() {
    boolean there =
        (Boolean)
            entities
                .createNativeQuery("select to_regclass('jury_assignment_state') is not null")
                .getSingleResult();
    if (!there) {
      return List.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                "select video_id, juror_id, total from jury_assignment_state"
                    + " where state = 'SUBMITTED' and published_at is not null")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new SubmittedSheet((UUID) row[0], (UUID) row[1], (Double) row[2]))
        .toList();
  }
}
