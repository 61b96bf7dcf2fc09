package co.anb.showcase.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.service.upkeep.StrandedJobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Jobs whose message is lost are sent again, once for every pause. The timer sweeps here as well;
 * the outcome is the same whichever sweep comes first.
 */
@ExtendWith(ArquillianExtension.class)
class SweeperIT {

  @Inject private StrandedJobs jobs;
  @Inject private KafkaRecorder kafka;
  @Inject private Database database;
  @Resource private ManagedExecutorService threads;
  @Resource private UserTransaction transaction;

  private UUID video;

  @Deployment
  static WebArchive application() {
    return Application.named("sweeper");
  }

  @BeforeEach
  void upload() throws SQLException {
    video = database.video(database.account());
  }

  @Test
  void aJobWithoutAMessageIsSentAgainOnce() throws SQLException {
    queued("60 s", "61 s", 0);

    jobs.sendAgain();
    jobs.sendAgain();

    awaitTasks(1);
    assertThat(VideoTask.fromJson(kafka.tasksOf(video).peek()).videoId()).isEqualTo(video);
    assertThat(resends()).isEqualTo(1);
    jobs.sendAgain();
    assertNoMoreThan(1);
  }

  @Test
  void eachPauseIsTwiceTheOneBefore() throws SQLException {
    queued("1 h", "110 s", 1);
    jobs.sendAgain();
    assertNoMoreThan(0);

    database.execute(
        "update processing_job set sent_at = now() - interval '121 s' where video_id = '%s'"
            .formatted(video));
    jobs.sendAgain();

    awaitTasks(1);
    assertThat(resends()).isEqualTo(2);
  }

  @Test
  void noPauseIsLongerThanAnHour() throws SQLException {
    queued("2 d", "61 min", 1_000_000);

    jobs.sendAgain();

    awaitTasks(1);
  }

  @Test
  void aYoungJobIsLeftToItsFirstMessage() throws SQLException {
    queued("10 s", "1 h", 0);

    jobs.sendAgain();

    assertNoMoreThan(0);
  }

  @Test
  void aJobThatRestsUntilItsRetryIsLeftAlone() throws SQLException {
    queued("1 h", "1 h", 0);
    retryIn("5 min");
    jobs.sendAgain();
    assertNoMoreThan(0);

    retryIn("-20 s");
    jobs.sendAgain();
    assertNoMoreThan(0);

    retryIn("-31 s");
    jobs.sendAgain();
    awaitTasks(1);
  }

  @Test
  void aJobWhoseWorkerIsSilentIsSentAgain() throws SQLException {
    queued("1 h", "1 h", 0);
    running("-4 s");
    jobs.sendAgain();
    assertNoMoreThan(0);

    running("-6 s");
    jobs.sendAgain();
    awaitTasks(1);
  }

  @Test
  void aFinishedJobIsLeftAlone() throws SQLException {
    queued("1 h", "1 h", 0);
    database.execute(
        "update processing_job set state = 'DONE', progress = 100 where video_id = '%s'"
            .formatted(video));

    jobs.sendAgain();

    assertNoMoreThan(0);
  }

  @Test
  void serversThatSweepAtTheSameTimeSendOnce() throws Exception {
    queued("1 h", "1 h", 0);

    List<Future<Integer>> sweeps = new ArrayList<>();
    for (int server = 0; server < 8; server++) {
      sweeps.add(threads.submit(jobs::sendAgain));
    }
    for (Future<Integer> sweep : sweeps) {
      sweep.get(20, TimeUnit.SECONDS);
    }

    awaitTasks(1);
    assertThat(resends()).isEqualTo(1);
    assertNoMoreThan(1);
  }

  @Test
  void theTimerSweepsEvery15Seconds() throws SQLException {
    queued("1 h", "1 h", 0);

    await().atMost(Duration.ofSeconds(30)).until(() -> !kafka.tasksOf(video).isEmpty());
  }

  /** Another server is at it and has not committed. */
  @Test
  void aSweepDoesNotWaitForAnother() throws Exception {
    queued("1 h", "1 h", 0);
    transaction.begin();
    database.execute(
        "select 1 from processing_job where video_id = '%s' for update".formatted(video));

    threads.submit(jobs::sendAgain).get(5, TimeUnit.SECONDS);
    assertThat(resends()).isZero();

    transaction.rollback();
    jobs.sendAgain();
    awaitTasks(1);
  }

  private void queued(String waiting, String sentBefore, int resends) throws SQLException {
    database.execute(
        "insert into processing_job (video_id, state, attempt, progress, queued_at, sent_at,"
            + " resends)"
            + " values ('%s', 'QUEUED', 0, 0, now() - interval '%s', now() - interval '%s', %d)"
                .formatted(video, waiting, sentBefore, resends));
  }

  private void retryIn(String time) throws SQLException {
    database.execute(
        "update processing_job set retry_at = now() + interval '%s' where video_id = '%s'"
            .formatted(time, video));
  }

  private void running(String leaseLeft) throws SQLException {
    database.execute(
        "update processing_job set state = 'RUNNING', lease_owner = 'x',"
            + " lease_until = now() + interval '%s' where video_id = '%s'"
                .formatted(leaseLeft, video));
  }

  private int resends() throws SQLException {
    return database.count(
        "select resends from processing_job where video_id = '%s'".formatted(video));
  }

  private void awaitTasks(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> kafka.tasksOf(video).size() >= count);
    assertThat(kafka.tasksOf(video)).hasSize(count);
  }

  /** A later message that arrives shows that an earlier one would have. */
  private void assertNoMoreThan(int count) throws SQLException {
    UUID sent = video;
    video = database.video(database.account());
    queued("1 h", "1 h", 0);
    jobs.sendAgain();
    awaitTasks(1);
    video = sent;
    assertThat(kafka.tasksOf(video)).hasSize(count);
  }
}
