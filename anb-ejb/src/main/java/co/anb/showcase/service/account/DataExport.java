package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.account.PersonalData.Recorded;
import co.anb.showcase.service.account.PersonalData.VoteCast;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Collects what is stored about a person, for the person. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class DataExport {

  private static final String VOTES =
      """
      select w.video_id, v.title, w.cast_at, w.voided_at is null
      from vote w join video v on v.id = w.video_id
      where w.voter_id = :account
      order by w.cast_at, w.video_id
      """;

  // What the account did to others, as administrator, is the contest's and not its own.
  private static final String ACTS =
      """
      select at, action, subject_type, subject_id, reason
      from audit_entry
      where subject_type = 'account' and subject_id = :subject
      order by at, id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AccountService accounts;
  @Inject private Sessions sessions;

  /**
   * Everything about one account.
   *
   * @throws ProblemException UNAUTHORIZED if it is gone
   */
  public PersonalData collect(UUID accountId) {
    Account account = accounts.find(accountId);
    List<Video> clips =
        entities
            .createQuery(
                "select v from Video v where v.owner.id = :owner order by v.uploadedAt, v.id",
                Video.class)
            .setParameter("owner", accountId)
            .getResultList();
    return new PersonalData(
        account, clips, votes(accountId), sessions.of(accountId), acts(accountId));
  }

  private List<VoteCast> votes(UUID accountId) {
    List<?> rows =
        entities
            .createNativeQuery(VOTES, Tuple.class)
            .setParameter("account", accountId)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new VoteCast(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, Instant.class),
                    row.get(3, Boolean.class)))
        .toList();
  }

  private List<Recorded> acts(UUID accountId) {
    List<?> rows =
        entities
            .createNativeQuery(ACTS, Tuple.class)
            .setParameter("subject", accountId.toString())
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new Recorded(
                    row.get(0, Instant.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, String.class)))
        .toList();
  }
}
