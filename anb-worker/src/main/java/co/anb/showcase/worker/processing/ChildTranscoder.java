package co.anb.showcase.worker.processing;

import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.worker.transcode.ChildReport;
import co.anb.showcase.worker.transcode.Cut;
import co.anb.showcase.worker.transcode.OutputFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transcodes clips in child JVMs. An old native decoder meets untrusted files there: a child has
 * limits and no rights ({@link Sandbox}), its crash costs one attempt, and it is replaced after a
 * number of clips and after anything that is not a plain success.
 */
public final class ChildTranscoder implements AutoCloseable {

  /** How an attempt ended. */
  public sealed interface Outcome {
    /**
     * The files are written.
     *
     * @param durationMillis of the result
     * @param stageSeconds busy time by stage
     */
    record Success(int durationMillis, Map<String, Double> stageSeconds) implements Outcome {}

    /** The clip is at fault; another attempt would end the same. */
    record Rejected(FailureCode code, String detail) implements Outcome {}

    /** It went over its time; another attempt may be luckier, but only one. */
    record TimedOut(String detail) implements Outcome {}

    /** A crash or trouble with files; another attempt may succeed. */
    record Broken(String detail) implements Outcome {}
  }

  /**
   * What a child may use.
   *
   * @param memoryBytes its address space, heap and libraries included
   * @param wall the longest that one clip may take
   * @param cpu the most CPU time that one clip may use
   * @param jobsPerChild after so many clips a child is replaced
   * @param user whom it runs as; empty: see {@link Sandbox#available}
   */
  public record Limits(
      long memoryBytes, Duration wall, Duration cpu, int jobsPerChild, Optional<String> user) {}

  private static final Logger LOG = LoggerFactory.getLogger(ChildTranscoder.class);
  private static final Duration PREPARATION = Duration.ofMinutes(2);
  private static final long MAX_FILE_BYTES = 512L << 20;
  private static final int OPEN_FILES = 256;
  private static final String CHILD_PREFIX = "child-";

  private final Path workDirectory;
  private final String mainClass;
  private final Limits limits;
  private final ScheduledExecutorService timer;
  private final WorkerMetrics metrics;
  private final Deque<TranscodeChild> idle = new ArrayDeque<>();
  private List<Sandbox> sandboxes = List.of();
  private boolean closed;

  /**
   * Makes a transcoder; {@link #prepare} must come before the first clip.
   *
   * @param workDirectory this worker's own
   * @param mainClass the child's main class, which speaks the protocol of {@link ChildReport}
   * @param timer watches limits; its tasks must not wait behind anything long
   */
  public ChildTranscoder(
      Path workDirectory,
      String mainClass,
      Limits limits,
      ScheduledExecutorService timer,
      WorkerMetrics metrics) {
    this.workDirectory = workDirectory.toAbsolutePath();
    this.mainClass = mainClass;
    this.limits = limits;
    this.timer = timer;
    this.metrics = metrics;
  }

  /**
   * Clears what a killed worker left, makes what all children share and starts the first child in
   * the strongest sandbox that works here.
   *
   * @throws IOException if the work directory cannot be written or no child becomes ready
   * @throws IllegalStateException if this system cannot limit a child, or not as it was asked to
   */
  public synchronized void prepare() throws IOException, InterruptedException {
    Files.createDirectories(workDirectory);
    clear();
    makeArtwork();
    sandboxes =
        Sandbox.available(
            new Sandbox.Limits(limits.memoryBytes(), MAX_FILE_BYTES, OPEN_FILES),
            limits.user(),
            SystemCallFilter.write(workDirectory.resolve("system-calls.bpf")));
    IOException last = null;
    while (!sandboxes.isEmpty()) {
      try {
        TranscodeChild first = startChild();
        LOG.info(
            "Children run as {}, sandbox {} behind {}, encoder {}",
            sandbox().user().orElse("this process's user"),
            sandbox().strength(),
            sandbox().prefix(),
            first.encoder());
        if (sandbox().strength() != Sandbox.Strength.FILES) {
          LOG.warn(
              "Children see this system's files, because bwrap (package bubblewrap) does not work"
                  + " here");
        }
        idle.add(first);
        return;
      } catch (IOException e) {
        LOG.warn("No child becomes ready in sandbox {}: {}", sandbox().strength(), e.getMessage());
        last = e;
        sandboxes = sandboxes.subList(1, sandboxes.size());
      }
    }
    throw new IOException("No child becomes ready (setting anb.worker.child.memory-mib)", last);
  }

  private Sandbox sandbox() {
    return sandboxes.get(0);
  }

  /**
   * What children are kept from: {@code files} (with other processes and the network), {@code
   * network}, {@code network_by_user} or {@code limits}; {@code none} before the first child.
   */
  public synchronized String sandboxStrength() {
    return sandboxes.isEmpty() ? "none" : sandbox().strength().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Begins an attempt.
   *
   * @param cut which part of the clip
   * @param output where to write the results; must not exist
   * @throws IOException if no child can be started
   */
  ChildRun start(Path input, Cut cut, OutputFiles output) throws IOException {
    return new ChildRun(take(), this::release, limits, timer, metrics, input, cut, output);
  }

  private synchronized TranscodeChild take() throws IOException {
    if (closed) {
      throw new IOException("The worker stops");
    }
    for (TranscodeChild child = idle.poll(); child != null; child = idle.poll()) {
      if (child.isAlive()) {
        return child;
      }
      closeQuietly(child);
    }
    return startChild();
  }

  /** One that dies at work is its run's. */
  private synchronized void forget(TranscodeChild dead) {
    if (idle.remove(dead)) {
      LOG.warn("Child {} has died while it waited", dead.pid());
      closeQuietly(dead);
    }
  }

  private void release(TranscodeChild child, boolean clean) throws IOException {
    if (clean && child.isAlive() && child.jobs() < limits.jobsPerChild()) {
      child.tidy();
      synchronized (this) {
        if (!closed) {
          idle.push(child);
          return;
        }
      }
    }
    child.close();
  }

  private TranscodeChild startChild() throws IOException {
    Path folder = Files.createTempDirectory(workDirectory, CHILD_PREFIX);
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of(
            // Frames are outside the heap. The heap has its full size at once, so growing memory is
            // a leak.
            "-Xms64m",
            "-Xmx64m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true",
            // Its own limits look at the heap's size; the sandbox's are the ones that count.
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Dlogback.configurationFile=child-logback.xml",
            "-Djava.io.tmpdir=" + out));
    command.addAll(childArguments("serve"));
    TranscodeChild child =
        TranscodeChild.start(sandbox(), command, readable(), environment(), folder);
    child.onEnd(() -> forget(child));
    metrics.childStarted(child.encoder());
    return child;
  }

  /** Without limits and with all privileges, because no clip is involved. */
  private void makeArtwork() throws IOException, InterruptedException {
    Path log = workDirectory.resolve("prepare.log");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=child-logback.xml",
            "-Djava.io.tmpdir=" + workDirectory));
    command.addAll(childArguments("prepare"));
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(PREPARATION.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("The bumpers and the watermark cannot be made; see " + log);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> childArguments(String mode) {
    return List.of(
        "-Dorg.bytedeco.javacpp.cachedir=" + workDirectory.resolve("native"),
        "-cp",
        absoluteClassPath(),
        mainClass,
        mode,
        workDirectory.resolve("artwork").toString());
  }

  /** What a child reads beside its input: its program, the artwork and the native libraries. */
  private List<Path> readable() {
    List<Path> paths = new ArrayList<>();
    for (String entry : absoluteClassPath().split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      // A jar may name others beside it.
      paths.add(Files.isDirectory(path) ? path : path.getParent());
    }
    paths.add(workDirectory.resolve("artwork"));
    paths.add(workDirectory.resolve("native"));
    return paths.stream().distinct().toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Map<String, String> environment() {
    // Each thread's own pool of memory would count in the address space many times over.
    return Map.of("PATH", "/usr/bin:/bin", "MALLOC_ARENA_MAX", "2", "LC_ALL", "C.UTF-8");
  }

  /** The child works in another directory, so relative entries would be lost. */
  private static String absoluteClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void clear() throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(workDirectory)) {
      left =
          entries.filter(entry -> entry.getFileName().toString().startsWith(CHILD_PREFIX)).toList();
    }
    for (Path folder : left) {
      TranscodeChild.deleteTree(folder);
    }
  }

  /** Ends the children that wait; those at work belong to their runs. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(ChildTranscoder::closeQuietly);
    idle.clear();
  }

  private static void closeQuietly(TranscodeChild child) {
    try {
      child.close();
    } catch (IOException e) {
      LOG.warn("A child's folder is still there", e);
    }
  }
}
