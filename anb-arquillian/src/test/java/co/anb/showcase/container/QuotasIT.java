package co.anb.showcase.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.upkeep.ExpiredOriginals;
import co.anb.showcase.service.upkeep.WithdrawnClips;
import co.anb.showcase.service.upload.Submission;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A player has no more clips than the contest allows, and useless originals go in time. */
@ExtendWith(ArquillianExtension.class)
class QuotasIT {

  @Inject private Submission submission;
  @Inject private ExpiredOriginals originals;
  @Inject private WithdrawnClips withdrawn;
  @Inject private ContestCalendar calendar;
  @Inject private MediaStore media;
  @Inject private Database database;
  @Resource private ManagedExecutorService threads;

  private UUID owner;

  @Deployment
  static WebArchive application() {
    return Application.named("quotas");
  }

  @BeforeEach
  void signUp() throws SQLException {
    owner = database.account();
  }

  @AfterEach
  void allowAll() throws SQLException {
    allow(null);
  }

  @Test
  void clipsAtTheSameTimeDoNotPassTheLimit() throws Exception {
    allow(3);

    List<Future<?>> uploads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      uploads.add(threads.submit(this::submit));
    }
    int accepted = 0;
    for (Future<?> upload : uploads) {
      try {
        upload.get(30, TimeUnit.SECONDS);
        accepted++;
      } catch (ExecutionException e) {
        assertThat(e).hasStackTraceContaining("as many clips as the contest allows");
      }
    }

    assertThat(accepted).isEqualTo(3);
    assertThat(clips()).isEqualTo(3);
    assertThatThrownBy(() -> submission.requireAnother(owner))
        .hasMessageContaining("as many clips");
  }

  @Test
  void whatHasFailedIsWithheldOrWasWithdrawnDoesNotCount() throws SQLException {
    allow(1);
    submit();
    assertThatThrownBy(this::submit).hasStackTraceContaining("as many clips");

    database.execute(
        "update video set status = 'FAILED', failure_code = 'x' where owner_id = '%s'"
            .formatted(owner));
    submit();
    assertThatThrownBy(this::submit).hasStackTraceContaining("as many clips");
    database.execute(
        "update video set withheld_at = now(), withheld_by = owner_id, withheld_reason = 'x'"
            + " where owner_id = '%s'".formatted(owner));
    submit();
    assertThatThrownBy(this::submit).hasStackTraceContaining("as many clips");
    database.execute(
        "update video set withdrawn_at = now() where owner_id = '%s'".formatted(owner));
    submit();

    assertThat(clips()).isEqualTo(4);
  }

  @Test
  void originalsOfFailedAndWithheldClipsGoInTime() throws Exception {
    UUID failed = stored("FAILED", "'x'", "now() - interval '31 d'", "null");
    UUID young = stored("FAILED", "'x'", "now() - interval '29 d'", "null");
    UUID withheld = stored("PROCESSED", "null", "now()", "now() - interval '31 d'");
    UUID waiting = stored("UPLOADED", "null", "null", "now() - interval '31 d'");
    UUID good = stored("PROCESSED", "null", "now() - interval '90 d'", "null");

    originals.discard(Duration.ofDays(30));

    assertThat(List.of(isThere(failed), isThere(withheld))).containsOnly(false);
    assertThat(List.of(isThere(young), isThere(waiting), isThere(good))).containsOnly(true);
    assertThat(
            database.count(
                ("select count(*) from audit_entry where action = 'video.delete_original'"
                        + " and actor_id is null and subject_id in ('%s', '%s')")
                    .formatted(failed, withheld)))
        .isEqualTo(2);
    assertThat(originals.discard(Duration.ofDays(30))).isZero();
  }

  /** The setting's days count from the withdrawal and from the publication of the result. */
  @Test
  void filesOfWithdrawnClipsGoAfterTheContest() throws Exception {
    UUID old = withdrawn("31 d");
    UUID young = withdrawn("29 d");
    UUID good = stored("PROCESSED", "null", "now()", "null");
    withdrawn.discard(Duration.ofDays(30));
    assertThat(List.of(isThere(old), isThere(young), isThere(good))).containsOnly(true);

    UUID result = UUID.randomUUID();
    database.execute(
        "insert into contest_result values ('%s', now(), '%s', '{}', 'x', '{}', 'x')"
            .formatted(result, owner));
    try {
      for (String days : List.of("29", "31")) {
        database.execute(
            "update contest set result_id = '%s', published_at = now() - interval '%s d'"
                .formatted(result, days));
        withdrawn.discard(Duration.ofDays(30));
        assertThat(isThere(old)).as(days).isEqualTo(days.equals("29"));
      }
    } finally {
      database.execute("update contest set published_at = null, result_id = null");
    }

    assertThat(List.of(isThere(young), isThere(good))).containsOnly(true);
    assertThat(
            database.count(
                ("select count(*) from audit_entry where action = 'video.delete_withdrawn'"
                        + " and actor_id is null and subject_id = '%s'")
                    .formatted(old)))
        .isEqualTo(1);
  }

  private UUID withdrawn(String ago) throws SQLException, IOException {
    UUID id = stored("PROCESSED", "null", "now()", "null");
    database.execute(
        "update video set withdrawn_at = now() - interval '%s' where id = '%s'".formatted(ago, id));
    return id;
  }

  private void submit() {
    submission.submit(AcceptedClips.of(UUID.randomUUID(), owner, "A dunk"));
  }

  private int clips() throws SQLException {
    return database.count("select count(*) from video where owner_id = '%s'".formatted(owner));
  }

  private void allow(Integer clips) throws SQLException {
    database.execute("update contest set clips_per_player = " + clips);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Objects.equals(calendar.settings().clipsPerPlayer(), clips));
  }

  private UUID stored(String status, String failure, String finished, String withheld)
      throws SQLException, IOException {
    UUID id = database.video(owner);
    database.execute(
        ("update video set status = '%s', failure_code = %s, withheld_at = %s,"
                + " withheld_by = case when %3$s is null then null else owner_id end,"
                + " withheld_reason = case when %3$s is null then null else 'x' end"
                + " where id = '%4$s'")
            .formatted(status, failure, withheld, id));
    database.execute(
        "insert into processing_job (video_id, state, attempt, progress, queued_at, finished_at)"
            + " values ('%s', '%s', 1, 0, now(), %s)"
                .formatted(id, status.equals("FAILED") ? "FAILED" : "DONE", finished));
    Path staged = media.stage(id, MediaKind.ORIGINAL);
    Files.writeString(staged, "only a few bytes");
    media.store(staged, id, MediaKind.ORIGINAL);
    return id;
  }

  private boolean isThere(UUID id) {
    return media.find(id, MediaKind.ORIGINAL).isPresent();
  }
}
