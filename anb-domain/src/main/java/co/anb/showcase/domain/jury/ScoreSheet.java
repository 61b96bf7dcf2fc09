package co.anb.showcase.domain.jury;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A juror's marks and comment for a clip: a draft until it is submitted; then only an administrator
 * can reopen it. The version grows with every change, so that nobody overwrites changes they have
 * not seen.
 */
@Entity
@Table(name = "jury_sheet")
public class ScoreSheet {

  /** Longest comment, in characters. */
  public static final int MAX_COMMENT = 2000;

  @Id
  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Column(name = "juror_id")
  private UUID jurorId;

  @Column(name = "video_id")
  private UUID videoId;

  private String comment;
  private int version;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  private Double total;

  @Column(name = "reopened_at")
  private Instant reopenedAt;

  @Column(name = "reopen_reason")
  private String reopenReason;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "jury_score", joinColumns = @JoinColumn(name = "assignment_id"))
  @MapKeyColumn(name = "criterion_id")
  @Column(name = "value")
  private Map<UUID, Double> scores = new HashMap<>();

  /** For JPA. */
  protected ScoreSheet() {}

  /** An empty draft. */
  public ScoreSheet(Assignment assignment) {
    this.assignmentId = assignment.id();
    this.jurorId = assignment.jurorId();
    this.videoId = assignment.videoId();
  }

  /**
   * Replaces what is written.
   *
   * @param values by the criterion's id; criteria without a value are absent
   * @param remark or null
   * @throws IllegalStateException if it is submitted
   */
  public void save(Map<UUID, Double> values, String remark, Instant now) {
    requireDraft();
    scores.keySet().retainAll(values.keySet());
    scores.putAll(values);
    comment = remark;
    savedAt = now;
    version++;
  }

  /**
   * Makes it count.
   *
   * @throws IllegalStateException if it is submitted already
   * @throws IllegalArgumentException if a criterion has no value
   */
  public void submit(Rubric rubric, Instant now) {
    requireDraft();
    total = rubric.total(scores);
    submittedAt = now;
    version++;
  }

  /**
   * Makes it a draft again; what is written stays.
   *
   * @throws IllegalStateException if it is not submitted
   */
  public void reopen(String reason, Instant now) {
    if (!isSubmitted()) {
      throw new IllegalStateException("Not submitted: " + assignmentId);
    }
    submittedAt = null;
    total = null;
    reopenedAt = now;
    reopenReason = reason;
    version++;
  }

  private void requireDraft() {
    if (isSubmitted()) {
      throw new IllegalStateException("Submitted: " + assignmentId);
    }
  }

  public boolean isSubmitted() {
    return submittedAt != null;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public UUID jurorId() {
    return jurorId;
  }

  public UUID videoId() {
    return videoId;
  }

  /** By the criterion's id. */
  public Map<UUID, Double> scores() {
    return Map.copyOf(scores);
  }

  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  /** Grows with every change; a sheet that was never saved counts as 0. */
  public int version() {
    return version;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  /** From 0 to 100, once submitted. */
  public Optional<Double> total() {
    return Optional.ofNullable(total);
  }

  public Optional<Instant> reopenedAt() {
    return Optional.ofNullable(reopenedAt);
  }

  /** Why it was reopened last. */
  public Optional<String> reopenReason() {
    return Optional.ofNullable(reopenReason);
  }
}
