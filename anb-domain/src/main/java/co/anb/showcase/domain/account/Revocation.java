package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Voids access tokens of a session or an account before they expire. */
@Entity
@Table(name = "revocation")
public class Revocation {

  /** Higher than the version of any token: it voids all of them. */
  public static final int ALL = Integer.MAX_VALUE;

  @Id private UUID subject;

  @Column(name = "min_version")
  private int minVersion;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For JPA. */
  protected Revocation() {}

  /**
   * @param subject a session or an account
   * @param minVersion tokens with a lower version of the account are void
   * @param expiresAt when the last of them has expired
   */
  public Revocation(UUID subject, int minVersion, Instant recordedAt, Instant expiresAt) {
    this.subject = subject;
    this.minVersion = minVersion;
    this.recordedAt = recordedAt;
    this.expiresAt = expiresAt;
  }

  public UUID subject() {
    return subject;
  }

  public int minVersion() {
    return minVersion;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
