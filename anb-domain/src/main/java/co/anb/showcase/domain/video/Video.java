package co.anb.showcase.domain.video;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.mp4.ClipTimeline;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A player's clip. Its files are found by its id, never by a name that a client sent. */
@Entity
@Table(name = "video")
public class Video {

  /** Longest title, in characters. */
  public static final int MAX_TITLE = 120;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "owner_id")
  private Account owner;

  private String title;

  @Enumerated(EnumType.STRING)
  private VideoStatus status;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  @Column(name = "processed_at")
  private Instant processedAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Embedded private SourceProperties source;

  @Column(name = "timeline")
  private String timeline;

  @Column(name = "start_ms")
  private int startMillis;

  @Column(name = "poster_ms")
  private Integer posterMillis;

  @Column(name = "duration_ms")
  private Integer durationMillis;

  @Column(name = "failure_code")
  private String failureCode;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  @Column(name = "withheld_at")
  private Instant withheldAt;

  @Column(name = "withheld_by")
  private UUID withheldBy;

  @Column(name = "withheld_reason")
  private String withheldReason;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  /** For JPA. */
  protected Video() {}

  /**
   * A clip that was just accepted.
   *
   * @param idempotencyKey what the client sent to make its retry harmless, or null
   */
  public Video(
      UUID id,
      Account owner,
      String title,
      SourceProperties source,
      String idempotencyKey,
      Instant uploadedAt) {
    this.id = id;
    this.owner = owner;
    this.title = title;
    this.status = VideoStatus.UPLOADED;
    this.source = source;
    this.idempotencyKey = idempotencyKey;
    this.uploadedAt = uploadedAt;
  }

  /**
   * What the worker shall make of it.
   *
   * @param shown what the header of the upload says about its frames
   * @param choice which part of that is shown
   */
  public void show(ClipTimeline shown, ShownPart choice) {
    timeline = shown.toJson();
    startMillis = choice.startMillis();
    posterMillis = choice.posterMillis();
  }

  /** Makes a processed clip public; a clip that is public already stays as it is. */
  public void publish(Instant now) {
    if (status != VideoStatus.PROCESSED) {
      throw new IllegalStateException("Only a processed video can be published: " + id);
    }
    if (isWithheld()) {
      throw new IllegalStateException("A withheld video cannot be published: " + id);
    }
    if (isWithdrawn()) {
      throw new IllegalStateException("A withdrawn video cannot be published: " + id);
    }
    if (publishedAt == null) {
      publishedAt = now;
    }
  }

  /**
   * An administrator keeps it from the public, or takes it down.
   *
   * @param administratorId who decides
   * @param reason for the owner to read; at most 500 characters
   */
  public void withhold(UUID administratorId, String reason, Instant now) {
    publishedAt = null;
    withheldAt = now;
    withheldBy = administratorId;
    withheldReason = reason;
  }

  /** Takes the withholding back; a processed clip becomes public. */
  public void restore(Instant now) {
    withheldAt = null;
    withheldBy = null;
    withheldReason = null;
    if (status == VideoStatus.PROCESSED) {
      publish(now);
    }
  }

  /** Its owner takes it out of the contest, for good. */
  public void withdraw(Instant now) {
    publishedAt = null;
    withdrawnAt = now;
  }

  /** Whether its owner has taken it out of the contest. */
  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  public boolean isWithheld() {
    return withheldAt != null;
  }

  /** Why an administrator withholds it, if one does. */
  public Optional<String> withheldReason() {
    return Optional.ofNullable(withheldReason);
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  public UUID id() {
    return id;
  }

  public Account owner() {
    return owner;
  }

  public String title() {
    return title;
  }

  public VideoStatus status() {
    return status;
  }

  public Instant uploadedAt() {
    return uploadedAt;
  }

  public Optional<Instant> processedAt() {
    return Optional.ofNullable(processedAt);
  }

  public Optional<Instant> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }

  public SourceProperties source() {
    return source;
  }

  /** Duration of the processed clip in milliseconds, bumpers included. */
  public Optional<Integer> durationMillis() {
    return Optional.ofNullable(durationMillis);
  }

  /** A stable code, such as {@code undecodable}, if the clip failed. */
  public Optional<String> failureCode() {
    return Optional.ofNullable(failureCode);
  }
}
