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

  // One new id for each clip, in the votes and in what happened to them.
  private static final String UNLINK_VOTES =
      """
      with fresh as materialized (
        select video_id, gen_random_uuid() as id from (
          select video_id from vote where voter_id = :account
          union
          select video_id from vote_event where voter_id = :account) voted),
      votes as (
        update vote set voter_id = fresh.id from fresh
        where vote.video_id = fresh.video_id and vote.voter_id = :account)
      update vote_event
      set voter_id = fresh.id, address_hash = null, network_hash = null, agent_hash = null
      from fresh
      where vote_event.video_id = fresh.video_id and vote_event.voter_id = :account
      """;

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
    unlinkVotes(accountId);
    entities.remove(account);
    entities.flush();
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

  private void unlinkVotes(UUID accountId) {
    entities
        .createNativeQuery("select set_config('anb.erasing', 'on', true)", String.class)
        .getSingleResult();
    entities.createNativeQuery(UNLINK_VOTES).setParameter("account", accountId).executeUpdate();
  }
}
