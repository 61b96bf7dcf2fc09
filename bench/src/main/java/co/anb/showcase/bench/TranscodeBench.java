package co.anb.showcase.bench;

import co.anb.showcase.clips.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the same job through the worker's child process and through ffmpeg, in turns. */
@Command(
    name = "bench/transcode",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Compares the worker's transcoding with ffmpeg. Prints Markdown.")
public final class TranscodeBench implements Callable<Integer> {

  @Option(names = "--runs", description = "Counted runs of each side.")
  private int runs = 5;

  @Option(names = "--seconds", description = "Length of the source; 30 s of it are used.")
  private int seconds = 45;

  @Option(names = "--cores", description = "Processors for both sides, as taskset takes them.")
  private String cores = "0,1";

  @Option(names = "--stitched", description = "Also ffmpeg with bumpers that are not re-encoded.")
  private boolean stitched;

  @Option(names = "--kind", description = "The clip that is made: ${COMPLETION-CANDIDATES}.")
  private SourceKind kind = SourceKind.PLAIN;

  @Option(names = "--clip", description = "A clip of your own in place of the one made here.")
  private Path ownClip;

  @Option(names = "--worker", required = true, description = "The packaged worker.")
  private Path worker;

  @Option(names = "--folder", required = true, description = "For clips and results.")
  private Path folder;

  private final Map<Long, Double> knownSsim = new HashMap<>();
  private Ffmpeg ffmpeg;
  private Path clip;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new TranscodeBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    folder = folder.toAbsolutePath();
    Path artwork = folder.resolve("artwork");
    Files.createDirectories(artwork);
    ffmpeg = new Ffmpeg(artwork, cores);
    clip = ownClip == null ? makeClip() : ownClip.toAbsolutePath();
    WorkerChild.prepare(worker, artwork, cores);
    describe();

    List<Measurement> ours = new ArrayList<>();
    List<Measurement> theirs = new ArrayList<>();
    List<Measurement> stitching = new ArrayList<>();
    List<Path> bumpers = stitched ? ffmpeg.encodeBumpers() : List.of();
    long started = System.nanoTime();
    try (WorkerChild child = WorkerChild.serve(worker, artwork, cores)) {
      child.transcode(clip, result("ours.mp4"), result("ours.jpg"));
      Duration cold = Duration.ofNanos(System.nanoTime() - started);
      Duration coldCpu = ProcFile.cpu(child.pid());
      theirs();
      for (int run = 1; run <= runs; run++) {
        say("Run %d of %d", run, runs);
        ours.add(ours(child));
        theirs.add(theirs());
        if (stitched) {
          stitching.add(theirsStitched(bumpers));
        }
      }
      print(new Table(ours, theirs).markdown("worker (" + child.encoder() + ")", "ffmpeg"));
      print(
          "The worker's child from its start to the end of its first job: %.2f s, %.2f s CPU.%n",
          cold.toNanos() / 1e9, coldCpu.toNanos() / 1e9);
    }
    if (stitched) {
      print("%n%s", new Table(ours, stitching).markdown("worker", "ffmpeg, bumpers stitched"));
    }
    return 0;
  }

  private Path makeClip() throws IOException {
    Path target =
        folder.resolve("clip-%s-%ds.mp4".formatted(kind.name().toLowerCase(Locale.ROOT), seconds));
    if (!Files.exists(target)) {
      say("Making a clip of %d s, %s", seconds, kind);
      Path draft = folder.resolve("draft.mp4");
      Clips.make(kind.recipe().withSeconds(seconds), draft);
      Files.move(draft, target);
    }
    return target;
  }

  private void describe() throws IOException, InterruptedException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown processor");
    print(
        "Source: %s, %.1f MB. Processor: %s, cores %s. %s. Load before: %s.%n%n",
        clip.getFileName(),
        Files.size(clip) / 1e6,
        processor,
        cores,
        ffmpeg.version(),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private Path result(String name) {
    return folder.resolve(name);
  }

  private Measurement ours(WorkerChild child) throws IOException, InterruptedException {
    Path video = result("ours.mp4");
    Duration cpuBefore = ProcFile.cpu(child.pid());
    long start = System.nanoTime();
    String stages = child.transcode(clip, video, result("ours.jpg"));
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Duration cpu = ProcFile.cpu(child.pid()).minus(cpuBefore);
    say("  worker %.2f s, %.2f s CPU, busy: %s", wall.toNanos() / 1e9, cpu.toNanos() / 1e9, stages);
    return measurement(wall, cpu, ProcFile.peakBytes(child.pid()), video);
  }

  private Measurement theirs() throws IOException, InterruptedException {
    Path video = result("theirs.mp4");
    return theirs(video, () -> ffmpeg.transcode(clip, video, result("theirs.jpg")));
  }

  private Measurement theirsStitched(List<Path> bumpers) throws IOException, InterruptedException {
    Path video = result("stitched.mp4");
    return theirs(
        video, () -> ffmpeg.transcodeAndStitch(clip, bumpers, video, result("stitched.jpg")));
  }

  /** A job of ffmpeg that tells its peak memory. */
  @FunctionalInterface
  private interface Job {
    long run() throws IOException, InterruptedException;
  }

  private Measurement theirs(Path video, Job job) throws IOException, InterruptedException {
    Duration cpuBefore = ProcFile.endedChildrensCpu();
    long start = System.nanoTime();
    long peak = job.run();
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Duration cpu = ProcFile.endedChildrensCpu().minus(cpuBefore);
    say("  ffmpeg %.2f s, %.2f s CPU", wall.toNanos() / 1e9, cpu.toNanos() / 1e9);
    return measurement(wall, cpu, peak, video);
  }

  private Measurement measurement(Duration wall, Duration cpu, long peak, Path video)
      throws IOException, InterruptedException {
    long bytes = Files.size(video);
    // Both sides make the same file every time; its length stands for it.
    Double ssim = knownSsim.get(bytes);
    if (ssim == null) {
      ssim = ffmpeg.ssim(clip, video);
      knownSsim.put(bytes, ssim);
    }
    return new Measurement(wall, cpu, peak, bytes, ssim);
  }

  private static void print(String form, Object... values) {
    System.out.print(values.length == 0 ? form : String.format(Locale.ROOT, form, values));
  }

  private static void say(String form, Object... values) {
    System.err.println(String.format(Locale.ROOT, form, values));
  }
}
