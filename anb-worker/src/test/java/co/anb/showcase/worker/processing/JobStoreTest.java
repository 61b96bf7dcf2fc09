package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.domain.processing.JobTransition;
import co.anb.showcase.worker.processing.WorkerDatabaseExtension.Database;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The database alone decides who has a job. */
@ExtendWith(WorkerDatabaseExtension.class)
class JobStoreTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Database database;
  private final JobStore jobs;
  private final JobStore others;
  private UUID clip;

  JobStoreTest(Database database) {
    this.database = database;
    this.jobs = new JobStore(database.entities(), "one", LEASE);
    this.others = new JobStore(database.entities(), "two", LEASE);
  }

  @BeforeEach
  void upload() throws Exception {
    database.execute("delete from contest");
    clip = database.clip();
  }

  @Test
  void ofManyClaimsAtOnceOneIsGranted() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Claim> claim = () -> jobs.claim(clip);
      List<Future<Claim>> claims = threads.invokeAll(Collections.nCopies(8, claim));
      int granted = 0;
      for (Future<Claim> each : claims) {
        granted += each.get() instanceof Claim.Granted ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(database.video(clip, "status")).isEqualTo("PROCESSING");
  }

  @Test
  void aLeaseThatRanOutGoesToAnotherAndTheFirstOwnerChangesNothingMore() throws Exception {
    var first = granted(jobs.claim(clip));
    assertThat(others.claim(clip)).isInstanceOf(Claim.Held.class);
    expireLease();

    var second = granted(others.claim(clip));

    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.failures()).isZero();
    assertThat(jobs.beat(first, 50)).isFalse();
    assertThat(jobs.complete(first, 26_000)).isFalse();
    assertThat(jobs.fail(first, "undecodable", "late")).isFalse();
    jobs.requeue(first, "late", Duration.ZERO);
    jobs.release(first);
    assertThat(database.job(clip, "state")).isEqualTo("RUNNING");
    assertThat(others.beat(second, 60)).isTrue();
    assertThat(database.job(clip, "progress")).isEqualTo("60");
  }

  @Test
  void aFinishedJobIsPublishedWhereNothingElseIsSaid() throws Exception {
    assertThat(jobs.complete(granted(jobs.claim(clip)), 26_000)).isTrue();
    assertThat(database.video(clip, "status")).isEqualTo("PROCESSED");
    assertThat(database.video(clip, "published_at")).isNotNull();
    assertThat(database.job(clip, "progress")).isEqualTo("100");
    assertThat(jobs.claim(clip)).isInstanceOf(Claim.Finished.class);
  }

  /** The row is read when the job ends: no worker has to be told of a change. */
  @ParameterizedTest
  @CsvSource({
    "AUTO,, true",
    "AUTO, 1 hour, true",
    "AUTO, -1 second, false",
    "MANUAL,, false",
    "MODERATED,, false"
  })
  void aFinishedJobIsPublishedOnlyWhereTheContestSaysSo(
      String mode, String votingCloses, boolean published) throws Exception {
    var claim = granted(jobs.claim(clip));
    database.execute(
        "insert into contest (version, name, time_zone, publish_mode, self_vote, public_weight,"
            + " jury_weight, winners_per_city, updated_at, voting_closes) values (0, 'Test', 'UTC',"
            + " '%s', true, 0.5, 0.5, 3, now(), now() + interval '%s')"
                .formatted(mode, votingCloses == null ? "infinity" : votingCloses));

    assertThat(jobs.complete(claim, 26_000)).isTrue();

    assertThat(database.video(clip, "status")).isEqualTo("PROCESSED");
    assertThat(database.video(clip, "published_at") != null).isEqualTo(published);
  }

  /** The rule of the web server decides, with the database's clock. */
  @ParameterizedTest
  @CsvSource({
    "-1 hour,  1 hour,  2 hours, true",
    "-2 hours, -1 hour, 1 hour,  true",
    "1 hour,   2 hours, 3 hours, false",
    "-3 hours, -2 hours, -1 hour, false"
  })
  void aFinishedJobIsPublishedWhileTheRuleOfPhasesAllowsIt(
      String opens, String closes, String votingCloses, boolean published) throws Exception {
    var claim = granted(jobs.claim(clip));
    database.execute(
        "insert into contest (version, name, time_zone, publish_mode, self_vote, public_weight,"
            + " jury_weight, winners_per_city, updated_at, submission_opens, submission_closes,"
            + " voting_closes) values (0, 'Test', 'UTC', 'AUTO', true, 0.5, 0.5, 3, now(), now() +"
            + " interval '%s', now() + interval '%s', now() + interval '%s')"
                .formatted(opens, closes, votingCloses));

    assertThat(jobs.complete(claim, 26_000)).isTrue();

    assertThat(database.video(clip, "published_at") != null).isEqualTo(published);
  }

  /** The database refuses the changes that the enumeration forbids. */
  @ParameterizedTest
  @EnumSource(JobState.class)
  void aJobChangesOnlyAsItsTransitionsAllow(JobState state) throws Exception {
    Map<JobTransition, Consumer<Claim.Granted>> steps =
        Map.of(
            JobTransition.COMPLETE, claim -> jobs.complete(claim, 26_000),
            JobTransition.FAIL, claim -> jobs.fail(claim, "undecodable", "x"),
            JobTransition.RETRY, claim -> jobs.requeue(claim, "x", Duration.ZERO),
            JobTransition.RELEASE, jobs::release);
    for (var step : steps.entrySet()) {
      UUID job = database.clip();
      var claim = granted(jobs.claim(job));
      database.execute(
          "update processing_job set state = '%s', lease_until = %s where video_id = '%s'"
              .formatted(state, state == JobState.RUNNING ? "lease_until" : "null", job));

      step.getValue().accept(claim);

      JobState expected = step.getKey().allows(state) ? step.getKey().to() : state;
      assertThat(database.job(job, "state")).as(step.getKey().name()).isEqualTo(expected.name());
    }
  }

  @Test
  void aWithheldClipIsFinishedButNotPublished() throws Exception {
    database.execute(
        "update video set withheld_at = now(), withheld_by = id, withheld_reason = 'x' where id ="
            + " '%s'".formatted(clip));

    assertThat(jobs.complete(granted(jobs.claim(clip)), 26_000)).isTrue();

    assertThat(database.video(clip, "status")).isEqualTo("PROCESSED");
    assertThat(database.video(clip, "published_at")).isNull();
  }

  @Test
  void aBrokenAttemptWaitsForItsTime() throws Exception {
    jobs.requeue(granted(jobs.claim(clip)), "disk full", Duration.ofSeconds(20));

    assertThat(database.video(clip, "status")).isEqualTo("UPLOADED");
    assertThat(jobs.claim(clip))
        .isInstanceOfSatisfying(
            Claim.Held.class,
            held ->
                assertThat(held.remaining())
                    .isCloseTo(Duration.ofSeconds(20), Duration.ofSeconds(3)));

    database.execute(
        "update processing_job set retry_at = now() where video_id = '%s'".formatted(clip));
    assertThat(granted(jobs.claim(clip)).failures()).isEqualTo(1);
  }

  @Test
  void whatIsGivenBackHasNotFailed() throws Exception {
    jobs.release(granted(jobs.claim(clip)));

    var again = granted(jobs.claim(clip));
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.failures()).isZero();
  }

  @Test
  void aFailedJobKeepsItsReason() throws Exception {
    jobs.fail(granted(jobs.claim(clip)), "processing_failed", "x".repeat(2_000));

    assertThat(database.job(clip, "state")).isEqualTo("FAILED");
    assertThat(database.video(clip, "failure_code")).isEqualTo("processing_failed");
    assertThat(database.job(clip, "length(error_detail)")).isEqualTo("500");
  }

  @Test
  void aDeletedVideoHasNoJob() throws Exception {
    var claim = granted(jobs.claim(clip));
    database.execute("delete from video where id = '%s'".formatted(clip));

    assertThat(jobs.beat(claim, 10)).isFalse();
    assertThat(jobs.complete(claim, 26_000)).isFalse();
    assertThat(jobs.videoExists(clip)).isFalse();
    assertThat(jobs.claim(clip)).isInstanceOf(Claim.Absent.class);
  }

  @Test
  void leasesAreCountedByTheDatabasesClock() throws Exception {
    granted(jobs.claim(clip));
    double seconds =
        Double.parseDouble(database.job(clip, "extract(epoch from lease_until - now())"));
    assertThat(seconds).isCloseTo((double) LEASE.toSeconds(), within(5.0));
  }

  private void expireLease() throws Exception {
    database.execute(
        "update processing_job set lease_until = now() - interval '1 s' where video_id = '%s'"
            .formatted(clip));
  }

  private static Claim.Granted granted(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return (Claim.Granted) claim;
  }
}
