package co.anb.showcase.domain.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** This juror does not judge this player. */
@Entity
@Table(name = "jury_conflict")
public class Conflict {

  @Id private UUID id;

  @Column(name = "juror_id")
  private UUID jurorId;

  @Column(name = "player_id")
  private UUID playerId;

  private String reason;

  @Column(name = "declared_at")
  private Instant declaredAt;

  @Column(name = "declared_by")
  private UUID declaredBy;

  /** For JPA. */
  protected Conflict() {}

  /**
   * A conflict that the juror or an administrator declares.
   *
   * @param declaredBy the juror, or an administrator
   */
  public Conflict(
      UUID id, UUID jurorId, UUID playerId, String reason, Instant declaredAt, UUID declaredBy) {
    this.id = id;
    this.jurorId = jurorId;
    this.playerId = playerId;
    this.reason = reason;
    this.declaredAt = declaredAt;
    this.declaredBy = declaredBy;
  }

  public UUID id() {
    return id;
  }

  public UUID jurorId() {
    return jurorId;
  }

  public UUID playerId() {
    return playerId;
  }

  public String reason() {
    return reason;
  }

  public Instant declaredAt() {
    return declaredAt;
  }

  public UUID declaredBy() {
    return declaredBy;
  }
}
