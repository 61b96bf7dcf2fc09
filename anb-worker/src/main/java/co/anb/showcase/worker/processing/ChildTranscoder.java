package co.anb.showcase.worker.processing;

import co.anb.showcase.worker.transcode.ChildReport;
import co.anb.showcase.worker.transcode.FailureCode;
import co.anb.showcase.worker.transcode.TranscodeMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transcodes a clip in a child JVM without any of this process's environment. An old native decoder
 * meets untrusted files there; its crash costs one attempt.
 */
public final class ChildTranscoder {

  /** How an attempt ended. */
  public sealed interface Outcome {
    /** The files are written. */
    record Success(int durationMillis) implements Outcome {}

    /** The clip is at fault; another attempt would end the same. */
    record Rejected(FailureCode code, String detail) implements Outcome {}

    /** A crash, a hang or trouble with files; another attempt may succeed. */
    record Broken(String detail) implements Outcome {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(ChildTranscoder.class);

  private final Path workDirectory;
  private final String classPath;
  private final Duration timeout;

  /**
   * Makes a transcoder; no child runs yet.
   *
   * @param classPath of the child; that of this process, usually
   * @param timeout the longest that a child may run
   */
  public ChildTranscoder(Path workDirectory, String classPath, Duration timeout) {
    this.workDirectory = workDirectory.toAbsolutePath();
    this.classPath = classPath;
    this.timeout = timeout;
  }

  /** An attempt that runs. */
  final class Run {
    private final Process process;
    private final Path scratch;

    private Run(Process process, Path scratch) {
      this.process = process;
      this.scratch = scratch;
    }

    /** Ends the child at once. */
    void kill() {
      process.destroyForcibly();
    }

    /**
     * Waits for the end, kills the child that takes too long, and cleans up.
     *
     * @param progress takes percents
     */
    Outcome await(IntConsumer progress) throws IOException, InterruptedException {
      // Ends the blocking read below as well, for it ends when the process does.
      var timer =
          process
              .onExit()
              .orTimeout(timeout.toSeconds(), TimeUnit.SECONDS)
              .whenComplete(
                  (ended, late) -> {
                    if (late != null) {
                      LOG.warn("The child is killed after {}", timeout);
                      process.destroyForcibly();
                    }
                  });
      try {
        Optional<ChildReport> last = follow(progress);
        return outcome(process.waitFor(), last, timer.isCompletedExceptionally());
      } finally {
        process.destroyForcibly();
        deleteTree(scratch);
      }
    }

    private Optional<ChildReport> follow(IntConsumer progress) {
      Optional<ChildReport> last = Optional.empty();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Optional<ChildReport> report = ChildReport.parse(line);
          if (report.isEmpty()) {
            LOG.debug("Child: {}", line);
          } else if (report.get().kind() == ChildReport.Kind.PROGRESS) {
            progress.accept(Math.max(0, Math.min(100, report.get().number())));
          } else {
            last = report;
          }
        }
      } catch (IOException e) {
        LOG.debug("The child's output ended", e);
      }
      return last;
    }
  }

  /**
   * Starts an attempt.
   *
   * @throws IOException if no process or folder can be made
   */
  Run start(Path input, Path video, Path poster) throws IOException {
    Files.createDirectories(workDirectory);
    Path scratch = Files.createTempDirectory(workDirectory, "job-");
    try {
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-XX:+UseSerialGC",
              "-XX:-CreateCoredumpOnCrash",
              "-XX:ErrorFile=" + scratch.resolve("crash.log"),
              "-Djava.awt.headless=true",
              "-Djava.io.tmpdir=" + scratch,
              "-Dorg.bytedeco.javacpp.cachedir=" + workDirectory.resolve("native"),
              "-cp",
              classPath,
              TranscodeMain.class.getName(),
              input.toAbsolutePath().toString(),
              video.toAbsolutePath().toString(),
              poster.toAbsolutePath().toString());
      // The file under attack must not find passwords.
      builder.environment().clear();
      builder.directory(scratch.toFile());
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      return new Run(builder.start(), scratch);
    } catch (IOException e) {
      deleteTree(scratch);
      throw e;
    }
  }

  /** Removes what a worker that was killed has left in the work directory. */
  public void cleanUp() throws IOException {
    Files.createDirectories(workDirectory);
    List<Path> left;
    try (Stream<Path> entries = Files.list(workDirectory)) {
      left = entries.filter(entry -> entry.getFileName().toString().startsWith("job-")).toList();
    }
    for (Path scratch : left) {
      deleteTree(scratch);
    }
  }

  private static Outcome outcome(int status, Optional<ChildReport> last, boolean late) {
    if (late) {
      return new Outcome.Broken("The attempt took too long");
    }
    String detail = last.map(ChildReport::text).orElse("no report");
    if (status == 0 && last.isPresent() && last.get().kind() == ChildReport.Kind.DONE) {
      return new Outcome.Success(last.get().number());
    }
    return FailureCode.permanent(status)
        .<Outcome>map(code -> new Outcome.Rejected(code, detail))
        .orElseGet(() -> new Outcome.Broken("Exit status " + status + ": " + detail));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
