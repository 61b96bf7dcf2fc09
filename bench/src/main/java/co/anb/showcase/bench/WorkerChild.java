package co.anb.showcase.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The worker's child process, started and ordered as the worker does it. */
final class WorkerChild implements AutoCloseable {

  private static final String MAIN = "co.anb.showcase.worker.transcode.TranscodeMain";

  private final Process process;
  private final BufferedReader reports;
  private final String encoder;

  private WorkerChild(Process process, BufferedReader reports, String encoder) {
    this.process = process;
    this.reports = reports;
    this.encoder = encoder;
  }

  /**
   * Writes the watermark and the bumpers.
   *
   * @throws IOException if that fails
   */
  static void prepare(Path workerJar, Path artwork, String cores)
      throws IOException, InterruptedException {
    Process process = start(workerJar, "prepare", artwork, cores);
    process.getOutputStream().close();
    if (process.waitFor() != 0) {
      throw new IOException("The worker cannot prepare its artwork");
    }
  }

  /**
   * Starts a child and waits until it takes jobs.
   *
   * @param cores to run on, as {@code taskset} takes them
   * @throws IOException if it does not start
   */
  static WorkerChild serve(Path workerJar, Path artwork, String cores) throws IOException {
    Process process = start(workerJar, "serve", artwork, cores);
    var reports = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    return new WorkerChild(process, reports, report(reports, "anb:READY "));
  }

  private static Process start(Path workerJar, String mode, Path artwork, String cores)
      throws IOException {
    Path scratch = Files.createDirectories(artwork.resolveSibling("scratch"));
    List<String> command = new ArrayList<>(List.of("taskset", "-c", cores));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx64m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Dlogback.configurationFile=child-logback.xml",
            "-Djava.io.tmpdir=" + scratch,
            "-Dorg.bytedeco.javacpp.cachedir=" + artwork.resolveSibling("native"),
            "-cp",
            workerJar.toString(),
            MAIN,
            mode,
            artwork.toString()));
    var builder = new ProcessBuilder(command);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder
        .directory(scratch.toFile())
        .redirectError(artwork.resolveSibling("child.log").toFile())
        .start();
  }

  /** The encoder in use. */
  String encoder() {
    return encoder;
  }

  long pid() {
    return process.pid();
  }

  /**
   * Has a clip transcoded.
   *
   * @return how long the stages were busy, in the child's words
   * @throws IOException if that fails
   */
  String transcode(Path clip, Path video, Path poster) throws IOException {
    Path smallPoster = poster.resolveSibling("small-" + poster.getFileName());
    // From the beginning, with the poster at its usual place.
    String job = "%s\t%s\t%s\t%s\t0\t-1\n".formatted(clip, video, poster, smallPoster);
    process.getOutputStream().write(job.getBytes(UTF_8));
    process.getOutputStream().flush();
    return report(reports, "anb:DONE ");
  }

  private static String report(BufferedReader reports, String start) throws IOException {
    for (String line = reports.readLine(); line != null; line = reports.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
      if (line.startsWith("anb:FAILED ")) {
        throw new IOException(line);
      }
    }
    throw new IOException("The child has died");
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    reports.close();
  }
}
