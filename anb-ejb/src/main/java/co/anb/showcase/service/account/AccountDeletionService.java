package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Revocation;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.AfterCommit;
import co.anb.showcase.service.platform.MediaFiles;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.upload.UnfinishedUploads;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Forgets a person: the account, its sessions, avatar and clips with all their files. Votes that
 * the person cast for others stay counted, each under a random id of its own, so that neither the
 * person nor which votes belong together can be found out.
 */
@Stateless
@PermitAll
public class AccountDeletionService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Administrators administrators;
  @Inject private Revocations revocations;
  @Inject private MediaFiles files;
  @Inject private UnfinishedUploads uploads;
  @Inject private AfterCommit afterCommit;
  @Inject private AuditTrail audit;

  /**
   * Deletes an account. A worker that is at one of its clips finds the job gone and drops its
   * result.
   *
   * @param actorId who wants it, the person or an administrator
   * @throws ProblemException ACCOUNT_NOT_FOUND, or UNAUTHORIZED for one's own; LAST_ADMIN
   */
  public void delete(UUID accountId, UUID actorId) {
    administrators.hold();
    lock(accountId, actorId);
    Account account = entities.find(Account.class, accountId);
    administrators.requireAnother(account);
    deleteClips(accountId);
    entities.remove(account);
    entities.flush();
    eraseVoter(accountId);
    revocations.add(accountId, Revocation.ALL);
    audit.record(AuditEntry.of(actorId, "account.delete", "account", accountId));
    files.deleteAfterCommit(accountId, Set.of(MediaKind.AVATAR));
    afterCommit.run(() -> uploads.discardAll(accountId));
  }

  /** Stronger than JPA's lock: a clip that is being submitted has to wait, and then to fail. */
  private void lock(UUID accountId, UUID actorId) {
    List<?> found =
        entities
            .createNativeQuery("select id from account where id = :id for update")
            .setParameter("id", accountId)
            .getResultList();
    if (found.isEmpty()) {
      throw new ProblemException(
          accountId.equals(actorId) ? ProblemCode.UNAUTHORIZED : ProblemCode.ACCOUNT_NOT_FOUND);
    }
  }

  private void deleteClips(UUID accountId) {
    entities
        .createQuery("select v.id from Video v where v.owner.id = :owner", UUID.class)
        .setParameter("owner", accountId)
        .getResultList()
        .forEach(id -> files.deleteAfterCommit(id, MediaKind.OF_CLIPS));
    // The database deletes their jobs and votes along.
    entities
        .createNativeQuery("delete from video where owner_id = :owner")
        .setParameter("owner", accountId)
        .executeUpdate();
  }

  /** The database does it, as nobody else may touch the trail; and only for who is deleted. */
  private void eraseVoter(UUID accountId) {
    entities
        .createNativeQuery("select erase_voter(:account)", Long.class)
        .setParameter("account", accountId)
        .getSingleResult();
  }
}
