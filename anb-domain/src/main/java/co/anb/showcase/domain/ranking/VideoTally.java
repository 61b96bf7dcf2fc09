package co.anb.showcase.domain.ranking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The counted votes of a clip, a fraction of a second old. Written by SQL, never through JPA. */
@Entity
@Table(name = "video_tally")
public class VideoTally {

  @Id
  @Column(name = "video_id")
  private UUID videoId;

  private long votes;

  @Column(name = "last_vote_at")
  private Instant lastVoteAt;

  private long version;

  /** For JPA. */
  protected VideoTally() {}

  public UUID videoId() {
    return videoId;
  }

  public long votes() {
    return votes;
  }

  /** When the latest counted vote was cast; empty without one. */
  public Optional<Instant> lastVoteAt() {
    return Optional.ofNullable(lastVoteAt);
  }

  /** Grows with every change of any tally. */
  public long version() {
    return version;
  }
}
