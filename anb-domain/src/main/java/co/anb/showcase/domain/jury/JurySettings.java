package co.anb.showcase.domain.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How the jury works. The table has one row, which also serialises changes of the rubric. */
@Entity
@Table(name = "jury_settings")
public class JurySettings {

  /** Most scores that a clip may be required to get. */
  public static final int MAX_SCORES_PER_CLIP = 50;

  @Id private boolean singleton;
  private boolean blind;

  @Column(name = "same_city_conflict")
  private boolean sameCityConflict;

  @Column(name = "min_scores_per_clip")
  private int minScoresPerClip;

  /** For JPA. */
  protected JurySettings() {}

  /**
   * Changes all of it.
   *
   * @param minScoresPerClip 1 to {@link #MAX_SCORES_PER_CLIP}
   */
  public void change(boolean blind, boolean sameCityConflict, int minScoresPerClip) {
    this.blind = blind;
    this.sameCityConflict = sameCityConflict;
    this.minScoresPerClip = minScoresPerClip;
  }

  /** Whether jurors see neither names, cities nor titles. */
  public boolean isBlind() {
    return blind;
  }

  /** Whether jurors may not judge players of their own city. */
  public boolean isSameCityConflict() {
    return sameCityConflict;
  }

  /** To how many jurors a spread assigns each clip. */
  public int minScoresPerClip() {
    return minScoresPerClip;
  }
}
