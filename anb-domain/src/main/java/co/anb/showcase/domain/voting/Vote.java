package co.anb.showcase.domain.voting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One person's vote for one clip. The primary key makes a second one impossible. */
@Entity
@Table(name = "vote")
public class Vote {

  @EmbeddedId private Id id;

  @Column(name = "cast_at")
  private Instant castAt;

  /** For JPA. */
  protected Vote() {}

  /** A vote cast now. */
  public Vote(UUID videoId, UUID voterId, Instant castAt) {
    this.id = new Id(videoId, voterId);
    this.castAt = castAt;
  }

  public UUID videoId() {
    return id.videoId;
  }

  public UUID voterId() {
    return id.voterId;
  }

  public Instant castAt() {
    return castAt;
  }

  /** Who voted for what. */
  @Embeddable
  public static class Id implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "video_id")
    private UUID videoId;

    @Column(name = "voter_id")
    private UUID voterId;

    /** For JPA. */
    protected Id() {}

    /** The key of one person's vote for one clip. */
    public Id(UUID videoId, UUID voterId) {
      this.videoId = videoId;
      this.voterId = voterId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id that
          && videoId.equals(that.videoId)
          && voterId.equals(that.voterId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(videoId, voterId);
    }
  }
}
