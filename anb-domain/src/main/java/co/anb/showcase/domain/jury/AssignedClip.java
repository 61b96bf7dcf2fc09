package co.anb.showcase.domain.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An assignment with its clip and its state, as the database computes it; read-only. */
@Entity
@Table(name = "jury_assignment_state")
public class AssignedClip {

  @Id private UUID id;

  @Column(name = "juror_id")
  private UUID jurorId;

  @Column(name = "video_id")
  private UUID videoId;

  @Column(name = "player_id")
  private UUID playerId;

  private int number;
  private String title;

  @Column(name = "duration_ms")
  private Integer durationMillis;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private AssignmentState state;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  private Double total;

  /** For JPA. */
  protected AssignedClip() {}

  public UUID id() {
    return id;
  }

  public UUID jurorId() {
    return jurorId;
  }

  public UUID videoId() {
    return videoId;
  }

  /** Whose clip it is. */
  public UUID playerId() {
    return playerId;
  }

  /** The clip's place in the juror's queue. */
  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  /** Duration of the processed clip in milliseconds. */
  public Optional<Integer> durationMillis() {
    return Optional.ofNullable(durationMillis);
  }

  /** Whether the clip is public; jurors see no others. */
  public boolean isPublished() {
    return publishedAt != null;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public AssignmentState state() {
    return state;
  }

  public Optional<Instant> savedAt() {
    return Optional.ofNullable(savedAt);
  }

  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  /** From 0 to 100, once submitted; also of a sheet that does not count. */
  public Optional<Double> total() {
    return Optional.ofNullable(total);
  }
}
