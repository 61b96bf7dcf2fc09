package co.anb.showcase.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The one-time codes of an account (RFC 6238). They count from when the owner has confirmed them
 * with a first code.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

  private static final int FREE_FAILURES = 5;
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  private byte[] secret;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

  private int failures;

  @Column(name = "blocked_until")
  private Instant blockedUntil;

  /** For JPA. */
  protected SecondFactor() {}

  /**
   * A secret that its owner has not confirmed yet.
   *
   * @param secret encrypted
   */
  public SecondFactor(UUID accountId, byte[] secret, Instant begunAt) {
    this.accountId = accountId;
    begin(secret, begunAt);
  }

  /** Begins again with another secret; what was begun before is void. */
  public final void begin(byte[] newSecret, Instant now) {
    secret = newSecret.clone();
    begunAt = now;
  }

  /** From now on it is asked for; the code of this step is spent. */
  public void confirm(long step, Instant now) {
    confirmedAt = now;
    lastStep = step;
  }

  public boolean isConfirmed() {
    return confirmedAt != null;
  }

  /** A right code of this step, or a recovery code, was used. */
  public void succeed(long step) {
    lastStep = Math.max(lastStep, step);
    failures = 0;
    blockedUntil = null;
  }

  /**
   * A wrong code. The first few cost nothing; after each further one there is a pause, which
   * doubles up to an hour: an attacker who knows the password has 24 guesses a day at a million
   * codes.
   */
  public void fail(Instant now) {
    failures++;
    if (failures >= FREE_FAILURES) {
      int doublings = Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS);
      Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
      blockedUntil =
          now.plus(pause.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : pause);
    }
  }

  /** How long no code is looked at; empty if codes are welcome. */
  public Optional<Duration> blockedFor(Instant now) {
    return blockedUntil == null || !now.isBefore(blockedUntil)
        ? Optional.empty()
        : Optional.of(Duration.between(now, blockedUntil));
  }

  public UUID accountId() {
    return accountId;
  }

  /** Encrypted. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The latest step whose code was used; 0 before the first. */
  public long lastStep() {
    return lastStep;
  }

  /** Since when it is asked for; empty if it is not confirmed. */
  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }
}
