package co.anb.showcase.service.ranking;

import co.anb.showcase.service.ServiceDatabase;
import java.util.List;

/** Standings for tests of other packages. */
public final class StandingsSample {

  private StandingsSample() {}

  /** The standings of these clips. */
  public static Standings of(List<PublishedClip> clips) {
    return new Standings(1, clips);
  }

  /** The standings that a server reads from a database now. */
  public static Standings of(ServiceDatabase database) {
    Scoreboard scoreboard = database.services().make(Scoreboard.class);
    scoreboard.refresh();
    return scoreboard.standings();
  }
}
