package co.anb.showcase.service.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jurors' queues, on a real database. */
class JudgingServiceTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private JudgingService judging;
  private UUID juror;
  private UUID other;
  private UUID first;
  private UUID second;

  @BeforeEach
  void prepare() {
    judging = database.services().make(JudgingService.class);
    juror = database.account("Eva", "Bello", "JUROR");
    other = database.account("Max", "Bello", "JUROR");
    UUID player = database.account("Ana", "Cali", "PLAYER");
    UUID dunk = database.published(player, "A dunk", 20);
    second = assign(juror, database.published(player, "A pass", 10), 2);
    first = assign(juror, dunk, 1);
    assign(juror, database.clip(player, "Not public", 5), 3);
    assign(other, dunk, 1);
  }

  @Test
  void aQueueHasTheJurorsPublishedClipsInTheirOrder() {
    Page<JudgedClip> queue = judging.queue(juror, null, 10, 0);

    assertThat(queue.total()).isEqualTo(2);
    assertThat(queue.rows()).extracting(JudgedClip::assignmentId).containsExactly(first, second);
    assertThat(judging.queue(juror, AssignmentState.SUBMITTED, 10, 0).total()).isZero();
  }

  @Test
  void progressCountsEveryState() {
    assertThat(judging.progress(juror))
        .containsOnlyKeys(AssignmentState.values())
        .containsEntry(AssignmentState.TODO, 2L)
        .containsEntry(AssignmentState.SUBMITTED, 0L);
  }

  @Test
  void anAssignmentOfAnotherJurorIsNotThere() {
    assertThatThrownBy(() -> judging.open(first, other)).isInstanceOf(ProblemException.class);
    assertThat(judging.open(first, juror)).isNotNull();
  }

  private UUID assign(UUID to, UUID clip, int number) {
    UUID id = UUID.randomUUID();
    database.sql(
        "insert into jury_assignment (id, juror_id, video_id, number, created_at, created_by)"
            + " values (?1, ?2, ?3, ?4, now(), ?2)",
        id,
        to,
        clip,
        number);
    return id;
  }
}
