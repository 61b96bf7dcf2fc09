package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Before, only a few private answers said that nobody may keep them. */
@ExtendWith(RunningStack.class)
class CachingIT {

  @Test
  void nobodyKeepsAPrivateAnswer(Contest contest) {
    Person player = contest.join("Privada", "Cali");

    for (String path :
        List.of("/api/me", "/api/videos", "/api/public/my-votes", "/api/public/videos")) {
      assertThat(contest.get(path, player.token()).header("Cache-Control"))
          .as(path)
          .isEqualTo("no-store");
    }
  }

  @Test
  void aCacheTellsReadersApartByTheirTokens(Contest contest) {
    Answer gallery = contest.get("/api/public/videos", null);

    assertThat(gallery.response().headers().allValues("Vary"))
        .anyMatch(vary -> vary.contains("Authorization"));
  }
}
