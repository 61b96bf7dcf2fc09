package co.anb.showcase.worker.processing;

import co.anb.showcase.worker.transcode.ChildReport;
import co.anb.showcase.worker.transcode.Cut;
import co.anb.showcase.worker.transcode.OutputFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A child JVM that transcodes one clip after another. It has a folder of its own with two parts:
 * {@code in}, which it can only read, and {@code out}, which is the only place that it can write
 * to. Files in {@code out} are not trusted: names are ours, links are not followed.
 */
final class TranscodeChild implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TranscodeChild.class);
  private static final Duration START = Duration.ofSeconds(60);

  /** Longer lines are noise, and a child that was taken over must not fill our memory with one. */
  private static final int MAX_LINE = 4096;

  /** Native decoders can log a warning for every frame. */
  private static final int MAX_LOGGED_LINES = 20;

  private static final Pattern REFUSED_DECODER =
      Pattern.compile("Codec \\(\\w+\\) not on whitelist");

  private final Process process;
  private final Path folder;
  private final OutputFiles results;
  private final BufferedReader reports;
  private final String encoder;
  private volatile Map<String, String> context = Map.of();
  private final AtomicInteger logged = new AtomicInteger();
  private int jobs;

  private TranscodeChild(Process process, Path folder) throws IOException {
    this.process = process;
    this.folder = folder;
    Path out = folder.resolve("out");
    this.results =
        new OutputFiles(
            out.resolve("video.mp4"), out.resolve("poster.jpg"), out.resolve("poster-small.jpg"));
    this.reports =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var complaints = new Thread(this::logComplaints, "child-" + process.pid());
    complaints.setDaemon(true);
    complaints.start();
    var late = process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS);
    var killer =
        late.whenComplete(
            (ended, tooLate) -> {
              if (tooLate != null && !late.isCancelled()) {
                process.destroyForcibly();
              }
            });
    try {
      this.encoder =
          next()
              .filter(report -> report.kind() == ChildReport.Kind.READY)
              .map(ChildReport::text)
              .orElseThrow(() -> new IOException("The child did not become ready"));
    } finally {
      late.cancel(false);
      killer.cancel(false);
    }
  }

  /**
   * Starts a child and waits until it is ready.
   *
   * @param command the child's own command, without the sandbox
   * @param readable what it reads beside its input
   * @throws IOException if it does not become ready; nothing is left then
   */
  static TranscodeChild start(
      Sandbox sandbox,
      List<String> command,
      List<Path> readable,
      Map<String, String> environment,
      Path folder)
      throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path in = Files.createDirectory(folder.resolve("in"));
    List<Path> seen = new ArrayList<>(readable);
    seen.add(in);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
    Process process = null;
    try {
      sandbox.give(out);
      var builder = new ProcessBuilder(sandbox.wrap(command, new Sandbox.View(seen, out)));
      // The file under attack must not find passwords.
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.directory(out.toFile());
      process = builder.start();
      return new TranscodeChild(process, folder);
    } catch (IOException | RuntimeException e) {
      if (process != null) {
        end(process);
      }
      deleteTree(folder);
      throw e;
    }
  }

  /** Which encoder it uses. */
  String encoder() {
    return encoder;
  }

  long pid() {
    return process.pid();
  }

  /** How many clips it was given. */
  int jobs() {
    return jobs;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** CPU time used since its start, with that of the sandbox around it. */
  Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Calls back when it has ended, for whatever reason. */
  void onEnd(Runnable callback) {
    var unused = process.onExit().thenRun(callback);
  }

  /** Ends it at once; safe from any thread. */
  void kill() {
    process.destroyForcibly();
  }

  /** The exit status; waits for the end. */
  int status() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Has a clip transcoded.
   *
   * @param cut which part of it
   * @param progress takes percents
   * @return the last report; empty if the child died over it
   * @throws IOException if the input cannot be copied
   */
  Optional<ChildReport> transcode(Path input, Cut cut, IntConsumer progress) throws IOException {
    jobs++;
    logged.set(0);
    context = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
    copy(input, input());
    try {
      OutputStream orders = process.getOutputStream();
      orders.write(
          "%s\t%s\t%s\t%s\t%d\t%d\n"
              .formatted(
                  input(),
                  results.video(),
                  results.poster(),
                  results.smallPoster(),
                  cut.startMillis(),
                  cut.posterMillis())
              .getBytes(StandardCharsets.UTF_8));
      orders.flush();
      return follow(progress);
    } catch (IOException e) {
      // The pipe of a child that is dead or being killed.
      LOG.debug("The child's pipe broke", e);
      return Optional.empty();
    }
  }

  private Optional<ChildReport> follow(IntConsumer progress) throws IOException {
    for (Optional<ChildReport> report = next(); report.isPresent(); report = next()) {
      switch (report.get().kind()) {
        case PROGRESS -> progress.accept(Math.max(0, Math.min(100, report.get().number())));
        case DONE, FAILED -> {
          return report;
        }
        case READY -> throw new IOException("The child speaks out of turn");
      }
    }
    return Optional.empty();
  }

  /** Copies the results to where they are wanted. */
  void collect(OutputFiles wanted) throws IOException {
    copy(results.video(), wanted.video());
    copy(results.poster(), wanted.poster());
    copy(results.smallPoster(), wanted.smallPoster());
  }

  /** Makes room for the next clip. */
  void tidy() throws IOException {
    Files.deleteIfExists(input());
    for (Path file : results.all()) {
      Files.deleteIfExists(file);
    }
  }

  private Path input() {
    return folder.resolve("in").resolve("clip.mp4");
  }

  /** The next report, skipping noise; empty at the end of the output. */
  private Optional<ChildReport> next() throws IOException {
    for (String line = line(reports); line != null; line = line(reports)) {
      Optional<ChildReport> report = ChildReport.parse(line);
      if (report.isPresent()) {
        return report;
      }
      LOG.debug("Child: {}", line);
    }
    return Optional.empty();
  }

  /** The next line, cut to its limit; null at the end. */
  private static String line(Reader source) throws IOException {
    var line = new StringBuilder();
    int character = source.read();
    if (character < 0) {
      return null;
    }
    for (; character >= 0 && character != '\n'; character = source.read()) {
      if (line.length() < MAX_LINE) {
        line.append((char) character);
      }
    }
    return line.toString();
  }

  private void logComplaints() {
    try (InputStream errors = process.getErrorStream();
        var lines = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
      for (String line = line(lines); line != null; line = line(lines)) {
        if (isRefusal(line)) {
          LOG.debug("Child {}: {}", process.pid(), line);
        } else if (logged.getAndIncrement() < MAX_LOGGED_LINES) {
          MDC.setContextMap(context);
          LOG.info("Child {}: {}", process.pid(), line);
        }
      }
    } catch (IOException e) {
      LOG.debug("The child's errors ended", e);
    }
  }

  /**
   * Whether FFmpeg says no more than that it keeps to the list of decoders. It looks into every
   * track of a file, sound too, and calls it an error that none of those may be opened; the track
   * that is shown has passed the header reader.
   */
  private static boolean isRefusal(String line) {
    return REFUSED_DECODER.matcher(line).find();
  }

  /** Kills it and removes its folder. */
  @Override
  public void close() throws IOException {
    end(process);
    deleteTree(folder);
  }

  private static void end(Process process) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    // Until all are gone they could put something into the folder that is being deleted.
    family.forEach(each -> each.onExit().join());
  }

  /** Neither follows a link nor overwrites: one of the two ends lies in untrusted hands. */
  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(from.getFileName() + " is no file");
    }
    try (var source = FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        var target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = source.size();
      for (long done = 0; done < size; ) {
        long count = source.transferTo(done, size - done, target);
        if (count <= 0) {
          throw new IOException(from.getFileName() + " has become shorter");
        }
        done += count;
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
