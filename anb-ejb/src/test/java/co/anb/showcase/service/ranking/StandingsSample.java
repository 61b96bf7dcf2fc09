package co.anb.showcase.service.ranking;

import java.util.List;

/** Standings for tests of other packages. */
public final class StandingsSample {

  private StandingsSample() {}

  /** The standings of these clips. */
  public static Standings of(List<PublishedClip> clips) {
    return new Standings(1, clips);
  }
}
