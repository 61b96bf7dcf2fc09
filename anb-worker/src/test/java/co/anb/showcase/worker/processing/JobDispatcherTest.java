package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.worker.processing.WorkerDatabaseExtension.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Jobs from message to result, with a real database, real files and children that obey. */
@Timeout(60)
@ExtendWith(WorkerDatabaseExtension.class)
class JobDispatcherTest {

  private static final int MAX_ATTEMPTS = 3;

  @TempDir Path folder;

  private final Database database;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MockProducer<String, String> events = producer();
  private final MockProducer<String, String> letters = producer();
  private Path mediaRoot;
  private FileMediaStore media;
  private ChildTranscoder transcoder;
  private JobDispatcher dispatcher;

  JobDispatcherTest(Database database) {
    this.database = database;
  }

  private static MockProducer<String, String> producer() {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new StringSerializer(), new StringSerializer());
  }

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    mediaRoot = Files.createDirectory(folder.resolve("media"));
    Files.writeString(mediaRoot.resolve(FileMediaStore.MARKER), UUID.randomUUID().toString());
    media = new FileMediaStore(mediaRoot);
    var metrics = new WorkerMetrics(registry);
    transcoder =
        new ChildTranscoder(
            folder.resolve("work"),
            MisbehavingChild.class.getName(),
            new ChildTranscoder.Limits(
                1536L << 20, Duration.ofSeconds(20), Duration.ofSeconds(15), 5, Optional.empty()),
            timer,
            metrics);
    transcoder.prepare();
    var jobs = new JobStore(database.entities(), "test", Duration.ofSeconds(30));
    var reports = new KafkaReports(new KafkaTopics("tasks", "events", "dlq"), events, letters);
    var retries =
        new RetryPolicy(MAX_ATTEMPTS, Duration.ofMillis(100), Duration.ofSeconds(1), () -> 0.5);
    var runner =
        new JobRunner(jobs, media, transcoder, reports, retries, timer, metrics, Clock.systemUTC());
    dispatcher =
        new JobDispatcher(jobs, runner, timer, 2, Duration.ZERO, TracerProvider.noop().get("test"));
  }

  @AfterEach
  void stop() {
    dispatcher.close();
    timer.shutdownNow();
    transcoder.close();
  }

  @Test
  void aGoodClipIsProcessedAndToldOf() throws Exception {
    UUID clip = upload("good");

    dispatcher.dispatch(clip, Context.root()).join();

    assertThat(database.video(clip, "status")).isEqualTo("PROCESSED");
    assertThat(media.find(clip, MediaKind.PROCESSED))
        .get()
        .satisfies(f -> assertThat(f).hasContent("a video"));
    assertThat(media.find(clip, MediaKind.POSTER)).isPresent();
    assertThat(media.find(clip, MediaKind.SMALL_POSTER))
        .get()
        .satisfies(f -> assertThat(f).hasContent("a small poster"));
    assertThat(staged()).isEmpty();
    List<VideoEvent> told = told(clip);
    assertThat(told.get(0).status()).isEqualTo(VideoStatus.PROCESSING);
    assertThat(told.get(told.size() - 1).status()).isEqualTo(VideoStatus.PROCESSED);
    assertThat(registry.timer("anb.jobs", "outcome", "processed").count()).isEqualTo(1);
    assertThat(registry.timer("anb.stage", "stage", "filter").count()).isEqualTo(1);
  }

  @Test
  void aSecondMessageChangesNothing() throws Exception {
    UUID clip = upload("good");
    dispatcher.dispatch(clip, Context.root()).join();
    String processedAt = database.video(clip, "processed_at");

    dispatcher.dispatch(clip, Context.root()).join();

    assertThat(database.video(clip, "processed_at")).isEqualTo(processedAt);
    assertThat(database.job(clip, "attempt")).isEqualTo("1");
  }

  @Test
  void aBadClipFailsAtOnceAndIsNoDeadLetter() throws Exception {
    UUID clip = upload("bad");

    dispatcher.dispatch(clip, Context.root()).join();

    assertThat(database.video(clip, "failure_code")).isEqualTo("undecodable");
    assertThat(database.job(clip, "attempt")).isEqualTo("1");
    assertThat(letters.history()).isEmpty();
    assertThat(told(clip))
        .last()
        .satisfies(event -> assertThat(event.failureCode()).contains("undecodable"));
  }

  @Test
  void whatAlwaysBreaksIsPutAsideAfterAllItsAttemptsAndDelaysNobody() throws Exception {
    UUID broken = upload("crash");
    dispatcher.dispatch(broken, Context.root()).join();
    UUID good = upload("good");
    dispatcher.dispatch(good, Context.root()).join();
    assertThat(database.video(good, "status")).isEqualTo("PROCESSED");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "FAILED".equals(database.video(broken, "status")));

    assertThat(database.video(broken, "failure_code")).isEqualTo("processing_failed");
    assertThat(database.job(broken, "attempt")).isEqualTo(Integer.toString(MAX_ATTEMPTS));
    assertThat(letters.history()).hasSize(1);
    DeadTask letter = DeadTask.fromJson(letters.history().get(0).value());
    assertThat(letter.videoId()).isEqualTo(broken);
    assertThat(letter.attempts()).isEqualTo(MAX_ATTEMPTS);
    assertThat(letter.reason()).contains("status");
    assertThat(staged()).isEmpty();
  }

  @Test
  void aSecondTimeOutIsFinalAndNoDeadLetter() throws Exception {
    UUID endless = upload("spin");
    dispatcher.dispatch(endless, Context.root()).join();
    assertThat(database.job(endless, "failures")).isEqualTo("1");

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> "FAILED".equals(database.video(endless, "status")));

    assertThat(database.job(endless, "attempt")).isEqualTo("2");
    assertThat(database.video(endless, "failure_code")).isEqualTo("too_demanding");
    assertThat(letters.history()).isEmpty();
    assertThat(staged()).isEmpty();
  }

  @Test
  void theChosenPartIsHandedToTheChild() throws Exception {
    UUID clip = upload("say the job");
    database.execute(
        "update video set start_ms = 12345, poster_ms = 23456 where id = '%s'".formatted(clip));

    dispatcher.dispatch(clip, Context.root()).join();

    assertThat(media.find(clip, MediaKind.PROCESSED))
        .get()
        .satisfies(file -> assertThat(file).content().endsWith("\t12345\t23456"));
  }

  @Test
  void aDeletedVideoEndsItsChildAndLeavesNoFile() throws Exception {
    UUID clip = upload("hang");
    CompletableFuture<Void> job = dispatcher.dispatch(clip, Context.root());
    await().until(() -> "PROCESSING".equals(database.video(clip, "status")));

    database.execute("delete from video where id = '%s'".formatted(clip));
    media.delete(clip, MediaKind.ORIGINAL);

    job.join();
    assertThat(staged()).isEmpty();
    assertThat(media.find(clip, MediaKind.PROCESSED)).isEmpty();
  }

  @Test
  void aWorkerThatStopsGivesItsJobBackAndKeepsTheMessage() throws Exception {
    UUID clip = upload("hang");
    CompletableFuture<Void> job = dispatcher.dispatch(clip, Context.root());
    await().until(() -> "RUNNING".equals(database.job(clip, "state")));

    dispatcher.close();

    assertThat(database.job(clip, "state")).isEqualTo("QUEUED");
    assertThat(database.job(clip, "failures")).isEqualTo("0");
    assertThat(database.video(clip, "status")).isEqualTo("UPLOADED");
    assertThat(job).isNotDone();
    assertThat(dispatcher.hasFreeSlot()).isFalse();
  }

  @Test
  void aFullDiskIsTriedAgain() throws Exception {
    UUID clip = upload("good");
    Path obstacle = Files.createDirectories(mediaRoot.resolve("processed"));
    Path shard = obstacle.resolve(clip.toString().substring(34));
    Files.createFile(shard);

    dispatcher.dispatch(clip, Context.root()).join();
    assertThat(database.job(clip, "failures")).isEqualTo("1");
    Files.delete(shard);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "PROCESSED".equals(database.video(clip, "status")));
    assertThat(staged()).isEmpty();
  }

  private UUID upload(String behaviour) throws Exception {
    UUID clip = database.clip();
    Path staged = media.stage(clip, MediaKind.ORIGINAL);
    Files.writeString(staged, behaviour);
    media.store(staged, clip, MediaKind.ORIGINAL);
    return clip;
  }

  private List<VideoEvent> told(UUID clip) {
    return events.history().stream()
        .filter(message -> message.key().equals(clip.toString()))
        .map(message -> VideoEvent.fromJson(message.value()))
        .toList();
  }

  private List<Path> staged() throws Exception {
    try (Stream<Path> files = Files.walk(mediaRoot)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith(".staging"))
          .toList();
    }
  }
}
