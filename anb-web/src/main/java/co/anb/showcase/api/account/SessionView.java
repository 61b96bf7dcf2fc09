package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.AccountSession;
import java.time.Instant;
import java.util.UUID;

/**
 * Somewhere I am signed in.
 *
 * @param agent What the client calls itself
 * @param usedAt When it was last continued
 * @param expiresAt When it ends if nobody continues it
 * @param current Whether it is the session of this request
 */
public record SessionView(
    UUID sessionId,
    String agent,
    Instant createdAt,
    Instant usedAt,
    Instant expiresAt,
    boolean current) {

  static SessionView of(AccountSession session, UUID current) {
    return new SessionView(
        session.id(),
        session.agent(),
        Times.shown(session.createdAt()),
        Times.shown(session.usedAt()),
        Times.shown(session.expiresAt()),
        session.id().equals(current));
  }
}
