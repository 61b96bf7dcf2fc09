package co.anb.showcase.service.jury;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The scores that jurors have submitted. */
@Stateless
@PermitAll
public class JuryScores {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** All submitted sheets of published clips, by clip and juror. */
  public List<SubmittedSheet> submitted() {
    return entities
        .createQuery(
            "select new co.anb.showcase.service.jury.SubmittedSheet(s.videoId, s.jurorId, s.total)"
                + " from ScoreSheet s, Video v where v.id = s.videoId and v.publishedAt is not null"
                + " and s.submittedAt is not null order by s.videoId, s.jurorId",
            SubmittedSheet.class)
        .getResultList();
  }
}
