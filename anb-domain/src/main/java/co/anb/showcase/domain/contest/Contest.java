package co.anb.showcase.domain.contest;

import co.anb.showcase.domain.video.PublishMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The contest; there is one. */
@Entity
@Table(name = "contest")
public class Contest {

  /** The key of the only row. */
  public static final Boolean KEY = true;

  @Id private Boolean singleton;

  @Version private int version;

  private String name;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "submission_opens")
  private Instant submissionOpens;

  @Column(name = "submission_closes")
  private Instant submissionCloses;

  @Column(name = "voting_opens")
  private Instant votingOpens;

  @Column(name = "voting_closes")
  private Instant votingCloses;

  @Enumerated(EnumType.STRING)
  @Column(name = "publish_mode")
  private PublishMode publishMode;

  @Column(name = "self_vote")
  private boolean selfVote;

  @Column(name = "accept_quicktime")
  private boolean acceptQuicktime;

  @Column(name = "public_weight")
  private BigDecimal publicWeight;

  @Column(name = "jury_weight")
  private BigDecimal juryWeight;

  @Column(name = "winners_per_city")
  private int winnersPerCity;

  @Column(name = "clips_per_player")
  private Integer clipsPerPlayer;

  @Column(name = "gallery_after_judging")
  private boolean galleryAfterJudging;

  @Column(name = "result_id")
  private UUID resultId;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For JPA. */
  protected Contest() {}

  /** The current settings. */
  public ContestSettings settings() {
    return new ContestSettings(
        name,
        timeZone,
        new Schedule(submissionOpens, submissionCloses, votingOpens, votingCloses),
        publishMode,
        selfVote,
        acceptQuicktime,
        publicWeight,
        juryWeight,
        winnersPerCity,
        clipsPerPlayer,
        galleryAfterJudging);
  }

  /** An immutable copy of all of it, for use after the transaction. */
  public ContestState state() {
    return new ContestState(version, settings(), resultId, publishedAt, updatedAt);
  }

  /** Replaces the settings. */
  public void change(ContestSettings to, Instant now) {
    name = to.name();
    timeZone = to.timeZone();
    submissionOpens = to.schedule().submissionOpens();
    submissionCloses = to.schedule().submissionCloses();
    votingOpens = to.schedule().votingOpens();
    votingCloses = to.schedule().votingCloses();
    publishMode = to.publishMode();
    selfVote = to.selfVote();
    acceptQuicktime = to.acceptQuicktime();
    publicWeight = to.publicWeight();
    juryWeight = to.juryWeight();
    winnersPerCity = to.winnersPerCity();
    clipsPerPlayer = to.clipsPerPlayer();
    galleryAfterJudging = to.galleryAfterJudging();
    updatedAt = now;
  }

  /** From now on this snapshot counts and nothing is accepted any more. */
  public void close(UUID snapshotId, Instant now) {
    resultId = snapshotId;
    updatedAt = now;
  }

  /** The snapshot no longer counts. */
  public void reopen(Instant now) {
    resultId = null;
    updatedAt = now;
  }

  /** Makes the result public. */
  public void publish(Instant now) {
    publishedAt = now;
    updatedAt = now;
  }
}
