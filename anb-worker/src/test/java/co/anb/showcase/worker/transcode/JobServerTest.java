package co.anb.showcase.worker.transcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.clips.OddClips;
import co.anb.showcase.domain.mp4.FailureCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The child as the parent sees it: a process with a pipe to it and one from it. */
@Timeout(60)
class JobServerTest {

  private static final ClipRecipe SMALL =
      ClipRecipe.standard().withSize(320, 180).withSeconds(2).withFastStart(true);

  @TempDir static Path shared;
  private static Path artwork;
  private static Path clip;

  @TempDir Path scratch;
  private Process child;
  private BufferedReader reports;

  @BeforeAll
  static void prepare() throws Exception {
    artwork = shared.resolve("art");
    Process preparation = start(shared, "prepare");
    assertThat(preparation.waitFor()).isZero();
    assertThat(artwork).isDirectoryNotContaining("glob:**.tmp");
    clip = Clips.make(SMALL, shared.resolve("clip.mp4"));
  }

  @BeforeEach
  void serve() throws Exception {
    child = start(scratch, "serve");
    reports = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
    assertThat(report().line()).isEqualTo("anb:READY x264");
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
  }

  private static Process start(Path folder, String mode) throws IOException {
    // A heap that is touched at once does not look like a leak later.
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx64m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            TranscodeMain.class.getName(),
            mode,
            artwork.toString());
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void orderLine(Object... paths) throws IOException {
    String line = String.join("\t", List.of(paths).stream().map(Object::toString).toList());
    child.getOutputStream().write((line + "\n").getBytes(UTF_8));
    child.getOutputStream().flush();
  }

  private void order(Path input) throws IOException {
    order(input, scratch.resolve("video.mp4"));
  }

  private void order(Path input, Path video) throws IOException {
    orderLine(input, video, scratch.resolve("poster.jpg"), scratch.resolve("small.jpg"), 0, -1);
  }

  private ChildReport report() throws IOException {
    String line = reports.readLine();
    while (line != null) {
      Optional<ChildReport> report = ChildReport.parse(line);
      if (report.isPresent()) {
        return report.get();
      }
      line = reports.readLine();
    }
    throw new IOException("The child is silent");
  }

  private ChildReport lastReport() throws IOException {
    ChildReport report = report();
    while (report.kind() == ChildReport.Kind.PROGRESS) {
      report = report();
    }
    return report;
  }

  @Test
  void doesOneJobAfterAnotherInTheSameMemory() throws Exception {
    long third = 0;
    for (int job = 1; job <= 10; job++) {
      order(clip);
      ChildReport report = lastReport();
      assertThat(report.kind()).as(report.line()).isEqualTo(ChildReport.Kind.DONE);
      assertThat(report.number()).isEqualTo(6000);
      assertThat(report.stageSeconds()).containsOnlyKeys("decode", "filter", "encode", "mux");
      if (job == 3) {
        third = residentKilobytes();
      }
    }
    // A leak of one picture per frame would exceed a gigabyte by now; less than this is noise.
    assertThat(residentKilobytes()).isLessThanOrEqualTo(third * 4 / 3);
    try (var files = Files.list(scratch)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .contains("video.mp4", "poster.jpg", "small.jpg")
          .noneMatch(name -> name.startsWith("warm"));
    }
  }

  private long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + child.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhoseFaultAFailureIs() throws Exception {
    order(Files.createFile(scratch.resolve("empty.mp4")));
    assertThat(lastReport().permanentFailure()).contains(FailureCode.UNDECODABLE);
    order(Clips.audioOnly(scratch.resolve("sound.mp4"), 1));
    assertThat(lastReport().permanentFailure()).contains(FailureCode.NO_VIDEO);
    order(scratch.resolve("missing.mp4"));
    assertFailedForNow();
    order(clip, scratch.resolve("no/such/folder.mp4"));
    assertFailedForNow();
    orderLine("not a job");
    assertFailedForNow();
    order(clip);
    assertThat(lastReport().kind()).isEqualTo(ChildReport.Kind.DONE);
  }

  private void assertFailedForNow() throws IOException {
    ChildReport report = lastReport();
    assertThat(report.kind()).isEqualTo(ChildReport.Kind.FAILED);
    assertThat(report.permanentFailure()).isEmpty();
    assertThat(report.detail()).isNotBlank();
  }

  /** Their frames are larger than the heap of a child. */
  @ParameterizedTest
  @CsvSource({
    "7680, 4320, libx264, yuv420p",
    "5312, 2988, libx265, yuv420p10le",
    "5312, 2988, libx265, yuv420p"
  })
  void takesLargePictures(int width, int height, String encoder, String format) throws Exception {
    Map<String, String> options = new HashMap<>(Map.of("preset", "ultrafast"));
    if (encoder.equals("libx265")) {
      options.put("x265-params", "log-level=none");
    }
    Path large = scratch.resolve("large.mp4");
    OddClips.make(
        "testsrc2=size=%dx%d:rate=5:duration=1,format=%s".formatted(width, height, format),
        encoder,
        options,
        large);
    order(large);
    ChildReport report = lastReport();
    assertThat(report.kind()).as(report.line()).isEqualTo(ChildReport.Kind.DONE);
    assertThat(report.number()).isEqualTo(5000);
  }

  @Test
  void endsWithItsParent() throws Exception {
    child.getOutputStream().close();
    assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsWithItsParentInTheMiddleOfAJob() throws Exception {
    order(Clips.make(SMALL.withSeconds(20), scratch.resolve("long.mp4")));
    assertThat(report().kind()).isEqualTo(ChildReport.Kind.PROGRESS);
    child.getOutputStream().close();
    assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }
}
