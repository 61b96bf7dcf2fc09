package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.worker.processing.ChildTranscoder.Outcome;
import co.anb.showcase.worker.transcode.Cut;
import co.anb.showcase.worker.transcode.OutputFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way that an attempt can end, with real files and a child and a database that obey. */
class JobRunnerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int MAX_FAILURES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Outcome SUCCESS = new Outcome.Success(26_000, Map.of("filter", 1.5));

  @TempDir Path folder;

  private final UUID clip = UUID.randomUUID();
  private final JobStore jobs = mock();
  private final ChildTranscoder transcoder = mock();
  private final ChildRun run = mock();
  private final ScheduledExecutorService timer = mock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MockProducer<String, String> events = producer();
  private final MockProducer<String, String> letters = producer();
  private Runnable heartbeat;
  private FileMediaStore media;
  private JobRunner runner;

  private static MockProducer<String, String> producer() {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new StringSerializer(), new StringSerializer());
  }

  @BeforeEach
  void prepare() throws Exception {
    Files.writeString(folder.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    media = new FileMediaStore(folder);
    Path original = media.stage(clip, MediaKind.ORIGINAL);
    Files.writeString(original, "a clip");
    media.store(original, clip, MediaKind.ORIGINAL);
    when(jobs.beat(any(), anyInt())).thenReturn(true);
    when(jobs.complete(any(), anyInt())).thenReturn(true);
    when(jobs.fail(any(), any(), any())).thenReturn(true);
    when(jobs.videoExists(clip)).thenReturn(true);
    ScheduledFuture<?> beating = mock();
    doAnswer(
            call -> {
              heartbeat = call.getArgument(0);
              return beating;
            })
        .when(timer)
        .scheduleWithFixedDelay(any(), anyLong(), anyLong(), any(TimeUnit.class));
    runner =
        new JobRunner(
            jobs,
            media,
            transcoder,
            new KafkaReports(new KafkaTopics("tasks", "events", "dlq"), events, letters),
            new RetryPolicy(MAX_FAILURES, PAUSE, Duration.ofMinutes(5), () -> 0.5),
            timer,
            new WorkerMetrics(registry),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void aSuccessPutsTheFilesInPlaceAndCompletesTheJob() throws Exception {
    childEndsWith(SUCCESS);

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(jobs).complete(claim(1, 0, false), 26_000);
    assertThat(media.find(clip, MediaKind.PROCESSED)).isPresent();
    assertThat(media.find(clip, MediaKind.POSTER)).isPresent();
    assertThat(media.find(clip, MediaKind.SMALL_POSTER)).isPresent();
    assertThat(told()).containsExactly("PROCESSING 0", "PROCESSED 100");
    assertEnded("processed");
  }

  @Test
  void aClipThatIsAtFaultFailsForGoodAndIsNobodysLetter() throws Exception {
    childEndsWith(new Outcome.Rejected(FailureCode.NO_VIDEO, "no track"));

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(jobs).fail(claim(1, 0, false), "no_video", "no track");
    assertThat(letters.history()).isEmpty();
    assertThat(told()).containsExactly("PROCESSING 0", "FAILED 0");
    assertEnded("failed");
  }

  @Test
  void aCrashIsRetriedAfterAPauseThatGrows() throws Exception {
    childEndsWith(new Outcome.Broken("The child ended with status 139"));

    assertThat(runner.run(claim(2, 1, false)))
        .isEqualTo(new JobRunner.Result.Retry(PAUSE.multipliedBy(2)));

    verify(jobs)
        .requeue(claim(2, 1, false), "The child ended with status 139", PAUSE.multipliedBy(2));
    assertThat(letters.history()).isEmpty();
    assertThat(told()).containsExactly("PROCESSING 0", "UPLOADED 0");
    assertEnded("retried");
  }

  @Test
  void troubleWithFilesIsRetried() throws Exception {
    when(transcoder.start(any(), any(), any())).thenThrow(new IOException("No space left"));

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Retry(PAUSE));

    verify(jobs).requeue(claim(1, 0, false), "java.io.IOException: No space left", PAUSE);
    assertEnded("retried");
  }

  @Test
  void aClipWithoutItsOriginalIsRetriedForTheMountMayBeDown() throws Exception {
    media.delete(clip, MediaKind.ORIGINAL);

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Retry(PAUSE));

    assertEnded("retried");
  }

  @Test
  void aClipThatWasDeletedBeforeNeedsNothingMore() throws Exception {
    media.delete(clip, MediaKind.ORIGINAL);
    when(jobs.videoExists(clip)).thenReturn(false);

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(jobs, never()).requeue(any(), any(), any());
    assertEnded("lost");
  }

  @Test
  void aLostLeaseEndsTheChildAndChangesNothing() throws Exception {
    childDoes(
        () -> {
          when(jobs.beat(any(), anyInt())).thenReturn(false);
          heartbeat.run();
          return new Outcome.Broken("The attempt was ended");
        });

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(run).kill();
    verify(jobs, never()).requeue(any(), any(), any());
    verify(jobs, never()).fail(any(), any(), any());
    assertEnded("lost");
  }

  @Test
  void aDatabaseThatDoesNotAnswerAHeartbeatDoesNotEndTheChild() throws Exception {
    childDoes(
        () -> {
          when(jobs.beat(any(), anyInt())).thenThrow(new IllegalStateException("away"));
          heartbeat.run();
          return SUCCESS;
        });

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(run, never()).kill();
    assertEnded("processed");
  }

  @Test
  void filesOfAClipThatWasDeletedMeanwhileAreRemoved() throws Exception {
    childEndsWith(SUCCESS);
    when(jobs.complete(any(), anyInt())).thenReturn(false);
    when(jobs.videoExists(clip)).thenReturn(false);

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    assertThat(media.find(clip, MediaKind.PROCESSED)).isEmpty();
    assertThat(media.find(clip, MediaKind.POSTER)).isEmpty();
    assertThat(media.find(clip, MediaKind.SMALL_POSTER)).isEmpty();
    assertEnded("lost");
  }

  @Test
  void theFirstTimeoutIsRetriedAndRemembered() throws Exception {
    childEndsWith(new Outcome.TimedOut("longer than 300 s"));

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Retry(PAUSE));

    verify(jobs).requeue(any(), startsWith(JobRunner.TIMED_OUT), any());
    assertEnded("retried");
  }

  @Test
  void theSecondTimeoutIsTheClipsFaultAndFinal() throws Exception {
    childEndsWith(new Outcome.TimedOut("longer than 300 s"));

    assertThat(runner.run(claim(2, 1, true))).isEqualTo(new JobRunner.Result.Over());

    verify(jobs).fail(any(), eq("too_demanding"), any());
    assertThat(letters.history()).isEmpty();
    assertEnded("failed");
  }

  @Test
  void theLastFailureIsPutAsideBeforeTheJobFails() throws Exception {
    childEndsWith(new Outcome.Broken("status 139"));

    assertThat(runner.run(claim(3, MAX_FAILURES - 1, false)))
        .isEqualTo(new JobRunner.Result.Over());

    assertThat(letters.history())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.topic()).isEqualTo("dlq");
              assertThat(DeadTask.fromJson(letter.value()))
                  .isEqualTo(new DeadTask(clip, 3, NOW, "status 139"));
            });
    verify(jobs).fail(claim(3, MAX_FAILURES - 1, false), "processing_failed", "status 139");
    assertThat(registry.counter("anb.dead.letters").count()).isEqualTo(1);
    assertEnded("failed");
  }

  @Test
  void aLetterThatKafkaDoesNotTakeLeavesTheJobToItsLease() throws Exception {
    childEndsWith(new Outcome.Broken("status 139"));
    letters.sendException = new KafkaException("away");

    assertThatThrownBy(() -> runner.run(claim(3, MAX_FAILURES - 1, false)))
        .isInstanceOf(KafkaException.class);

    verify(jobs, never()).fail(any(), any(), any());
    assertEnded("lost");
  }

  @Test
  void aWorkerThatStopsEndsItsChildAndGivesTheJobBack() throws Exception {
    childDoes(
        () -> {
          runner.stop();
          return new Outcome.Broken("The attempt was ended");
        });

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.GivenBack());

    verify(run).kill();
    verify(jobs).release(claim(1, 0, false));
    verify(jobs, never()).requeue(any(), any(), any());
    assertThat(told()).containsExactly("PROCESSING 0", "UPLOADED 0");
    assertEnded("given_back");
  }

  @Test
  void aClipThatIsReadyWhenTheWorkerStopsIsKept() throws Exception {
    childDoes(
        () -> {
          runner.stop();
          return SUCCESS;
        });

    assertThat(runner.run(claim(1, 0, false))).isEqualTo(new JobRunner.Result.Over());

    verify(jobs).complete(any(), anyInt());
    verify(jobs, never()).release(any());
    assertEnded("processed");
  }

  /** What the child does while the runner waits for it. */
  @FunctionalInterface
  private interface Child {
    Outcome work() throws Exception;
  }

  private void childEndsWith(Outcome outcome) throws Exception {
    childDoes(() -> outcome);
  }

  private void childDoes(Child child) throws Exception {
    when(transcoder.start(any(), any(), any()))
        .thenAnswer(
            start -> {
              OutputFiles output = start.getArgument(2);
              for (Path file : output.all()) {
                Files.writeString(file, "a result");
              }
              return run;
            });
    when(run.await(any())).thenAnswer(wait -> child.work());
  }

  private Claim.Granted claim(int attempt, int failures, boolean timedOut) {
    return new Claim.Granted(clip, "one/1", attempt, failures, timedOut, Cut.NONE);
  }

  /** The events' states and percents, in order. */
  private List<String> told() {
    return events.history().stream()
        .map(event -> VideoEvent.fromJson(event.value()))
        .map(event -> event.status() + " " + event.progress())
        .toList();
  }

  /** The attempt is counted so, no job is counted as running, and no staged file is left. */
  private void assertEnded(String outcome) throws IOException {
    assertThat(registry.timer("anb.jobs", "outcome", outcome).count()).isEqualTo(1);
    assertThat(registry.get("anb.jobs.running").gauge().value()).isZero();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.getParent().endsWith(".staging"))).isEmpty();
    }
  }
}
