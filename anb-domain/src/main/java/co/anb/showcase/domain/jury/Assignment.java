package co.anb.showcase.domain.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One clip that one juror has to judge. */
@Entity
@Table(name = "jury_assignment")
public class Assignment {

  @Id private UUID id;

  @Column(name = "juror_id")
  private UUID jurorId;

  @Column(name = "video_id")
  private UUID videoId;

  private int number;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private UUID createdBy;

  /** For JPA. */
  protected Assignment() {}

  /**
   * A new assignment.
   *
   * @param number the clip's place in the juror's queue, from 1
   */
  public Assignment(
      UUID id, UUID jurorId, UUID videoId, int number, Instant createdAt, UUID createdBy) {
    this.id = id;
    this.jurorId = jurorId;
    this.videoId = videoId;
    this.number = number;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  public UUID id() {
    return id;
  }

  public UUID jurorId() {
    return jurorId;
  }

  public UUID videoId() {
    return videoId;
  }

  /** The clip's place in the juror's queue. */
  public int number() {
    return number;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public UUID createdBy() {
    return createdBy;
  }
}
