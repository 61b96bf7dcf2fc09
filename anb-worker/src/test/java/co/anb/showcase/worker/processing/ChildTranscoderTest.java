package co.anb.showcase.worker.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.worker.processing.ChildTranscoder.Outcome;
import co.anb.showcase.worker.transcode.Cut;
import co.anb.showcase.worker.transcode.OutputFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The worker survives every failure of a child, reports it and cleans up. */
@Timeout(60)
class ChildTranscoderTest {

  private static final long MEMORY = 1536L << 20;

  @TempDir Path folder;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Path work;
  private ChildTranscoder transcoder;

  @BeforeEach
  void prepare() throws Exception {
    // The children's user must get to their folders, wherever tests keep theirs.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    work = folder.resolve("work");
    transcoder = transcoder(Duration.ofSeconds(8), Duration.ofSeconds(3), 3);
    transcoder.prepare();
  }

  private ChildTranscoder transcoder(Duration wall, Duration cpu, int jobsPerChild) {
    return new ChildTranscoder(
        work,
        MisbehavingChild.class.getName(),
        new ChildTranscoder.Limits(MEMORY, wall, cpu, jobsPerChild, Optional.empty()),
        timer,
        new WorkerMetrics(registry));
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    transcoder.close();
    timer.shutdownNow();
    assertThat(folders()).isEmpty();
    awaitNoChild();
  }

  private void awaitNoChild() {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.current().descendants().noneMatch(this::isChild));
  }

  private boolean isChild(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Stream::of)
        .anyMatch(MisbehavingChild.class.getName()::equals);
  }

  @Test
  void aGoodClipComesOut() throws Exception {
    List<Integer> percents = new CopyOnWriteArrayList<>();

    Outcome outcome = start("good").await(percents::add);

    assertThat(outcome).isInstanceOf(Outcome.Success.class);
    var success = (Outcome.Success) outcome;
    assertThat(success.durationMillis()).isEqualTo(26_000);
    assertThat(success.stageSeconds()).containsEntry("filter", 2.25);
    assertThat(percents).containsExactly(50);
    assertThat(folder.resolve("video.mp4")).hasContent("a video");
    assertThat(output().poster()).hasContent("a poster");
    assertThat(output().smallPoster()).hasContent("a small poster");
  }

  @Test
  void aChildIsUsedAgainAndReplacedAfterItsShare() throws Exception {
    for (int i = 0; i < 7; i++) {
      assertThat(outcomeOf("good")).isInstanceOf(Outcome.Success.class);
    }
    assertThat(registry.counter("anb.children.started").count()).isEqualTo(3);
    assertThat(registry.counter("anb.children.died").count()).isZero();
  }

  @Test
  void aBadClipIsRejectedAndItsChildNotTrustedAgain() throws Exception {
    assertThat(outcomeOf("bad"))
        .isEqualTo(new Outcome.Rejected(FailureCode.UNDECODABLE, "Nothing to be seen"));
    assertThat(outcomeOf("good")).isInstanceOf(Outcome.Success.class);
    assertThat(registry.counter("anb.children.started").count()).isEqualTo(2);
  }

  @Test
  void aCrashBreaksOneAttempt() throws Exception {
    assertBroken("crash", "status");
  }

  @Test
  void aHangIsEnded() throws Exception {
    assertTimedOut("hang", "longer than 8 s");
  }

  @Test
  void anEndlessLoopIsEnded() throws Exception {
    assertTimedOut("spin", "CPU time");
  }

  @Test
  void aFullHeapBreaksOneAttempt() throws Exception {
    assertBroken("eat heap", "status");
  }

  @Test
  void memoryHasAHardLimit() throws Exception {
    // Touching so much memory may itself take seconds of CPU time.
    transcoder.close();
    transcoder = transcoder(Duration.ofSeconds(40), Duration.ofSeconds(30), 3);
    transcoder.prepare();
    assertBroken("eat memory", "status");
  }

  @Test
  void aResultThatIsALinkIsNotFollowed() throws Exception {
    ChildRun run = start("link");
    assertThatThrownBy(() -> run.await(percent -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("video.mp4");
    assertThat(folder.resolve("video.mp4")).doesNotExist();
  }

  @Test
  void endlessNoiseIsNoReport() throws Exception {
    assertThat(outcomeOf("babble")).isInstanceOf(Outcome.Success.class);
  }

  @Test
  void refusedSoundIsNoErrorInTheLog() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(TranscodeChild.class);
    logger.addAppender(log);
    try {
      assertThat(outcomeOf("complain")).isInstanceOf(Outcome.Success.class);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(logged(log)).anyMatch(line -> line.contains("no frame!")));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(logged(log)).noneMatch(line -> line.contains("whitelist"));
  }

  private static List<String> logged(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void aChildThatDiedBetweenClipsIsReplaced() throws Exception {
    assertThat(outcomeOf("die later")).isInstanceOf(Outcome.Success.class);
    awaitNoChild();
    assertThat(outcomeOf("good")).isInstanceOf(Outcome.Success.class);
  }

  @Test
  void aKilledRunIsBroken() throws Exception {
    ChildRun run = start("hang");
    run.kill();
    assertThat(run.await(percent -> {})).isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void aChildHasNoSecretsAndNoRights() throws Exception {
    assertThat(outcomeOf("whoami")).isInstanceOf(Outcome.Success.class);
    List<String> identity = Files.readAllLines(folder.resolve("video.mp4"));

    assertThat(identity)
        // PWD is the sandbox's word.
        .filteredOn(line -> !line.startsWith("Uid") && !line.equals("PWD"))
        .containsExactlyInAnyOrder(
            "PATH", "MALLOC_ARENA_MAX", "LC_ALL", "CapEff:\t0000000000000000", "NoNewPrivs:\t1");
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    assertThat(identity).filteredOn(line -> line.startsWith("Uid")).noneMatch(this::isRoot);
  }

  private boolean isRoot(String uids) {
    return uids.matches("Uid:.*\\s0(\\s.*)?");
  }

  /** Red with unshare alone: there the child did most of this. */
  @Test
  void whoTakesAChildOverGetsNowhere() throws Exception {
    assertThat(transcoder.sandboxStrength()).isEqualTo("files");
    Path media = Files.createDirectory(folder.resolve("media"));
    Files.setPosixFilePermissions(media, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path clip = Files.writeString(media.resolve("public.mp4"), "a public clip");
    Files.setPosixFilePermissions(clip, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String order = HostileCode.order(clip, server.getLocalPort(), ProcessHandle.current().pid());

      assertThat(outcomeOf(order)).isInstanceOf(Outcome.Success.class);
    }

    assertThat(Files.readAllLines(folder.resolve("video.mp4")))
        .hasSize(18)
        .allMatch(line -> line.endsWith(": refused"));
    assertThat(clip).hasContent("a public clip");
    assertThat(media.resolve("planted")).doesNotExist();
  }

  @Test
  void aUserThatCannotBeHadIsRefused() {
    var other =
        new ChildTranscoder(
            folder.resolve("other"),
            MisbehavingChild.class.getName(),
            new ChildTranscoder.Limits(
                MEMORY,
                Duration.ofSeconds(8),
                Duration.ofSeconds(3),
                1,
                Optional.of("no-such-user")),
            timer,
            new WorkerMetrics(registry));
    assertThatThrownBy(other::prepare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("anb.worker.child.user");
  }

  @Test
  void whatAKilledWorkerLeftIsCleared() throws Exception {
    Path left = Files.createDirectories(work.resolve("child-left").resolve("out"));
    Files.writeString(left.resolve("video.mp4"), "half a video");

    try (var next = transcoder(Duration.ofSeconds(8), Duration.ofSeconds(3), 3)) {
      transcoder.close();
      next.prepare();
      assertThat(left).doesNotExist();
    }
  }

  private void assertTimedOut(String clip, String why) throws Exception {
    assertThat(outcomeOf(clip))
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class, outcome -> assertThat(outcome.detail()).contains(why));
  }

  private void assertBroken(String clip, String why) throws Exception {
    Outcome outcome = outcomeOf(clip);
    assertThat(outcome).isInstanceOf(Outcome.Broken.class);
    assertThat(((Outcome.Broken) outcome).detail()).contains(why);
    assertThat(registry.counter("anb.children.died").count()).isEqualTo(1);
    assertThat(outcomeOf("good")).isInstanceOf(Outcome.Success.class);
  }

  private Outcome outcomeOf(String clip) throws Exception {
    for (Path file : output().all()) {
      Files.deleteIfExists(file);
    }
    return start(clip).await(percent -> {});
  }

  private ChildRun start(String clip) throws IOException {
    Path input = Files.writeString(folder.resolve("clip.mp4"), clip);
    return transcoder.start(input, Cut.NONE, output());
  }

  private OutputFiles output() {
    return new OutputFiles(
        folder.resolve("video.mp4"), folder.resolve("poster.jpg"), folder.resolve("small.jpg"));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(work)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("child-")).toList();
    }
  }
}
