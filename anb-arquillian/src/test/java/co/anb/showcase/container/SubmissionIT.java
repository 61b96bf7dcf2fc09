package co.anb.showcase.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.service.delivery.VideoTaskSender;
import co.anb.showcase.service.upload.Submission;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clip's row and its message are written together or not at all, and the message arrives. */
@ExtendWith(ArquillianExtension.class)
class SubmissionIT {

  private static final String REFUSED_AT_COMMIT = "refused at commit";

  @Inject private Submission submission;
  @Inject private VideoTaskSender sender;
  @Inject private KafkaRecorder kafka;
  @Inject private Database database;

  @Resource private UserTransaction transaction;

  private final UUID video = UUID.randomUUID();
  private UUID owner;

  @Deployment
  static WebArchive application() {
    return Application.named("submission");
  }

  @BeforeEach
  void signUp() throws SQLException {
    owner = database.account();
  }

  @Test
  void commitDeliversBoth() throws SQLException {
    submission.submit(AcceptedClips.of(video, owner, "A dunk"));

    assertThat(rows("video", "id", video)).isEqualTo(1);
    assertThat(rows("processing_job", "video_id", video)).isEqualTo(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> !kafka.tasksOf(video).isEmpty());
    assertThat(VideoTask.fromJson(kafka.tasksOf(video).peek()).videoId()).isEqualTo(video);
  }

  /** The database agrees to every statement and refuses at the end, when the message is sent. */
  @Test
  void databaseThatRefusesToPrepareLosesBoth() throws SQLException {
    database.asOwner(
        "create or replace function refuse() returns trigger language plpgsql as"
            + " $$begin raise exception 'refused'; end$$",
        "drop trigger if exists refuse on video",
        "create constraint trigger refuse after insert on video deferrable initially deferred"
            + " for each row when (new.title = '"
            + REFUSED_AT_COMMIT
            + "') execute function refuse()");

    assertThatThrownBy(() -> submission.submit(AcceptedClips.of(video, owner, REFUSED_AT_COMMIT)))
        .isInstanceOf(RuntimeException.class);

    assertNothingCameOf(video);
  }

  @Test
  void rollbackLosesBoth() throws Exception {
    transaction.begin();
    UUID lost = database.video(owner);
    assertThat(rows("video", "id", lost)).isEqualTo(1);
    sender.send(new VideoTask(lost, lost, Instant.now()));
    transaction.rollback();

    assertNothingCameOf(lost);
  }

  /** ActiveMQ's own default gives up after six. */
  @Test
  void taskOutlastsMoreFailuresThanTheBrokersDefault() {
    kafka.failFor(7);

    submission.submit(AcceptedClips.of(video, owner, "A dunk"));

    await().atMost(Duration.ofMinutes(2)).until(() -> !kafka.tasksOf(video).isEmpty());
    assertThat(kafka.failuresLeft()).isZero();
  }

  /** A later message that arrives shows that an earlier one would have. */
  private void assertNothingCameOf(UUID lost) throws SQLException {
    assertThat(rows("video", "id", lost)).isZero();
    assertThat(rows("processing_job", "video_id", lost)).isZero();
    UUID later = UUID.randomUUID();
    submission.submit(AcceptedClips.of(later, owner, "Another dunk"));
    await().atMost(Duration.ofSeconds(20)).until(() -> !kafka.tasksOf(later).isEmpty());
    assertThat(kafka.tasksOf(lost)).isEmpty();
    assertThat(database.count("select count(*) from pg_prepared_xacts")).isZero();
  }

  private int rows(String table, String key, UUID id) throws SQLException {
    return database.count("select count(*) from %s where %s = '%s'".formatted(table, key, id));
  }
}
