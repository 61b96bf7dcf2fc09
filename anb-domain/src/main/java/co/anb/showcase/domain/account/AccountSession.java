package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A session of an account. One refresh token at a time continues it; any other token of the session
 * was used before, by its owner or by a thief.
 */
@Entity
@Table(name = "account_session")
public class AccountSession {

  /** What is kept of the client's name, in characters. */
  public static final int MAX_AGENT = 200;

  private static final Duration REPEATABLE = Duration.ofSeconds(30);

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "refresh_hash")
  private byte[] refreshHash;

  private String agent;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "used_at")
  private Instant usedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "refresh_network")
  private byte[] refreshNetwork;

  @Column(name = "short_password")
  private boolean shortPassword;

  /** For JPA. */
  protected AccountSession() {}

  /**
   * A session that begins.
   *
   * @param refreshHash SHA-256 of its first refresh token
   * @param agent what the client calls itself; shortened
   * @param expiresAt when it ends unless it is continued before
   * @param shortPassword whether the password is too short for jurors and administrators
   */
  public AccountSession(
      UUID id,
      UUID accountId,
      byte[] refreshHash,
      String agent,
      Instant createdAt,
      Instant expiresAt,
      boolean shortPassword) {
    this.id = id;
    this.accountId = accountId;
    this.refreshHash = refreshHash.clone();
    this.agent = agent.substring(0, Math.min(agent.length(), MAX_AGENT));
    this.createdAt = createdAt;
    this.usedAt = createdAt;
    this.expiresAt = expiresAt;
    this.shortPassword = shortPassword;
  }

  /** Whether this is the token that continues it; takes the same time for all. */
  public boolean isContinuedBy(byte[] hash) {
    return MessageDigest.isEqual(refreshHash, hash);
  }

  /**
   * Continues it; the previous token is spent.
   *
   * @param network keyed hash of the network that the request comes from
   */
  public void advance(byte[] newHash, byte[] network, Instant now, Instant newExpiry) {
    refreshHash = newHash.clone();
    refreshNetwork = network.clone();
    usedAt = now;
    expiresAt = newExpiry;
  }

  /**
   * Whether the answer that advanced the session to this token may be given again: the same network
   * asks shortly after, so the answer was probably lost.
   *
   * @param hash of the token that it was advanced to
   * @param network as in {@link #advance}
   */
  public boolean mayRepeat(byte[] hash, byte[] network, Instant now) {
    return isContinuedBy(hash)
        && refreshNetwork != null
        && MessageDigest.isEqual(refreshNetwork, network)
        && now.isBefore(usedAt.plus(REPEATABLE));
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public String agent() {
    return agent;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last continued. */
  public Instant usedAt() {
    return usedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether it was begun with a password that is too short for jurors and administrators. */
  public boolean hasShortPassword() {
    return shortPassword;
  }
}
