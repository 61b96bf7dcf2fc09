package co.anb.showcase.service.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.domain.video.PublishMode;
import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.video.VideoService;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a result would be computed from, on a real database. */
class PresentInputsTest {

  private static final ContestSettings SETTINGS =
      new ContestSettings(
          "Test",
          "UTC",
          new Schedule(null, null, null, null),
          PublishMode.AUTO,
          false,
          true,
          new BigDecimal("0.5"),
          new BigDecimal("0.5"),
          3,
          null,
          false);

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  @Test
  void votesOfAWithdrawnClipDoNotCount() {
    var inputs = database.services().make(PresentInputs.class);
    UUID ana = database.account("Ana", "Cali", "PLAYER");
    UUID luz = database.account("Luz", "Bello", "PLAYER");
    UUID dunk = voted(database.published(ana, "A dunk", 20));
    UUID pass = voted(database.published(ana, "A pass", 10));
    UUID dribble = voted(database.published(luz, "A dribble", 5));
    assertThat(inputs.at(SETTINGS, ServiceDatabase.NOW).players())
        .extracting(Entrant::id, Entrant::votes)
        .containsExactlyInAnyOrder(tuple(ana, 2L), tuple(luz, 1L));

    var videos = database.services().make(VideoService.class);
    videos.withdraw(dunk, ana);
    videos.withdraw(dribble, luz);

    assertThat(inputs.at(SETTINGS, ServiceDatabase.NOW).players())
        .singleElement()
        .satisfies(
            entrant -> {
              assertThat(entrant.id()).isEqualTo(ana);
              assertThat(entrant.votes()).isEqualTo(1);
              assertThat(entrant.clips()).containsExactly(pass);
            });
  }

  private UUID voted(UUID clip) {
    database.sql(
        "insert into vote (video_id, voter_id, cast_at) values (?1, ?2, now())",
        clip,
        database.account("Fan", "Cali", "PLAYER"));
    return clip;
  }
}
