package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.AccountSession;
import co.anb.showcase.domain.video.Video;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that is stored about a person.
 *
 * @param clips the oldest first
 * @param votes that the person has cast, the oldest first
 * @param sessions where the person is signed in
 * @param acts what was done to the account
 */
public record PersonalData(
    Account account,
    List<Video> clips,
    List<VoteCast> votes,
    List<AccountSession> sessions,
    List<Recorded> acts) {

  /**
   * A vote.
   *
   * @param counts false if it was voided
   */
  public record VoteCast(UUID videoId, String title, Instant castAt, boolean counts) {}

  /**
   * An entry of the audit trail.
   *
   * @param reason or null
   */
  public record Recorded(
      Instant at, String action, String subjectType, String subjectId, String reason) {}
}
