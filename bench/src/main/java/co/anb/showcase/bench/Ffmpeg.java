package co.anb.showcase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ffmpeg program of the machine, doing the worker's job in one command. */
final class Ffmpeg {

  private static final Pattern PEAK = Pattern.compile("maxrss=(\\d+)");
  private static final Pattern SSIM = Pattern.compile("SSIM .*All:([0-9.]+)");

  private static final String FIT =
      "fps=30,scale=1280:720:force_original_aspect_ratio=decrease:flags=bicubic,"
          + "pad=1280:720:(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p";
  private static final String BUMPER =
      "scale=out_color_matrix=bt709,format=yuv420p,loop=59:1:0,setpts=N/30/TB,fps=30,"
          + "fade=in:0:10,fade=out:50:10,setsar=1";

  /** With "select" in place of "trim", ffmpeg 5.1 would hold the whole clip in memory. */
  private static final String POSTER = "trim=start_frame=30:end_frame=31,format=yuvj420p";

  private static final List<String> ENCODER =
      words(
          "-an -c:v libx264 -preset veryfast -crf 23 -profile:v high -pix_fmt yuv420p "
              + "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv "
              + "-movflags +faststart");

  private final Path artwork;
  private final String cores;
  private final Path log;

  /**
   * Makes ready.
   *
   * @param artwork folder with the worker's watermark and bumpers
   * @param cores to run on, as {@code taskset} takes them
   */
  Ffmpeg(Path artwork, String cores) {
    this.artwork = artwork;
    this.cores = cores;
    this.log = artwork.resolveSibling("ffmpeg.log");
  }

  /** The program's name and version. */
  String version() throws IOException, InterruptedException {
    return run(List.of("-version")).lines().findFirst().orElse("ffmpeg").replaceAll(" Copy.*", "");
  }

  /**
   * Does the worker's whole job: at most 30 s under the watermark, bumpers around, and a poster.
   *
   * @return peak memory in bytes
   * @throws IOException if the program fails
   */
  long transcode(Path clip, Path video, Path poster) throws IOException, InterruptedException {
    String filters =
        "[0:v]%s[fit];[fit][3:v]overlay=W-w-24:H-h-24,split[main][second];[second]%s[poster];"
                .formatted(FIT, POSTER)
            + "[1:v]%s[opening];[2:v]%s[closing];".formatted(BUMPER, BUMPER)
            + "[opening][main][closing]concat=n=3:v=1:a=0[out]";
    List<String> arguments = new ArrayList<>(words("-benchmark -y -t 30 -i"));
    arguments.add(clip.toString());
    for (String image : List.of("opening.png", "closing.png", "watermark.png")) {
      arguments.addAll(List.of("-i", artwork.resolve(image).toString()));
    }
    arguments.addAll(List.of("-filter_complex", filters, "-map", "[out]"));
    arguments.addAll(ENCODER);
    arguments.add(video.toString());
    arguments.addAll(words("-map [poster] -frames:v 1 -q:v 3"));
    arguments.add(poster.toString());
    return peak(run(arguments));
  }

  /**
   * The same as {@link #transcode}, but with bumpers that are encoded once and stitched in by a
   * second command.
   *
   * @param bumpers what {@link #encodeBumpers} has made: opening and closing
   * @return peak memory in bytes
   * @throws IOException if the program fails
   */
  long transcodeAndStitch(Path clip, List<Path> bumpers, Path video, Path poster)
      throws IOException, InterruptedException {
    Path middle = video.resolveSibling("middle.mp4");
    List<String> arguments = new ArrayList<>(words("-benchmark -y -t 30 -i"));
    arguments.addAll(List.of(clip.toString(), "-i", artwork.resolve("watermark.png").toString()));
    arguments.addAll(
        List.of(
            "-filter_complex",
            "[0:v]%s[fit];[fit][1:v]overlay=W-w-24:H-h-24,split[out][second];[second]%s[poster]"
                .formatted(FIT, POSTER),
            "-map",
            "[out]"));
    arguments.addAll(ENCODER);
    arguments.add(middle.toString());
    arguments.addAll(words("-map [poster] -frames:v 1 -q:v 3"));
    arguments.add(poster.toString());
    final long peak = peak(run(arguments));
    Path list = video.resolveSibling("list.txt");
    Files.write(
        list,
        List.of(
            "file '" + bumpers.get(0) + "'",
            "file '" + middle + "'",
            "file '" + bumpers.get(1) + "'"));
    List<String> stitching = new ArrayList<>(words("-y -f concat -safe 0 -i"));
    stitching.add(list.toString());
    stitching.addAll(words("-c copy -movflags +faststart"));
    stitching.add(video.toString());
    run(stitching);
    return peak;
  }

  /**
   * Encodes the bumpers.
   *
   * @return opening and closing
   * @throws IOException if the program fails
   */
  List<Path> encodeBumpers() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("opening", "closing")) {
      Path target = artwork.resolveSibling(name + ".mp4");
      List<String> arguments = new ArrayList<>(words("-y -i"));
      arguments.addAll(List.of(artwork.resolve(name + ".png").toString(), "-vf", BUMPER));
      arguments.addAll(ENCODER);
      arguments.add(target.toString());
      run(arguments);
      files.add(target);
    }
    return files;
  }

  /**
   * Compares the clip's part of a result with the source, scaled and marked without loss.
   *
   * @throws IOException if the program fails
   */
  double ssim(Path clip, Path video) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-i", video.toString(), "-t", "30", "-i"));
    arguments.addAll(List.of(clip.toString(), "-i", artwork.resolve("watermark.png").toString()));
    arguments.addAll(
        List.of(
            "-filter_complex",
            ("[1:v]%s[fit];[fit][2:v]overlay=W-w-24:H-h-24,settb=1/30,setpts=N[reference];"
                    + "[0:v]trim=start_frame=60,settb=1/30,setpts=N[result];"
                    + "[result][reference]ssim=shortest=1")
                .formatted(FIT),
            "-f",
            "null",
            "-"));
    return Double.parseDouble(found(SSIM, run(arguments)));
  }

  private static long peak(String output) throws IOException {
    return 1024 * Long.parseLong(found(PEAK, output));
  }

  private static String found(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("ffmpeg did not tell " + pattern);
    }
    return matcher.group(1);
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", cores));
    command.addAll(words("ffmpeg -hide_banner -nostdin -nostats"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int status = process.waitFor();
    String output = Files.readString(log);
    if (status != 0) {
      throw new IOException("ffmpeg ended with " + status + ":\n" + output);
    }
    return output;
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.split(" "));
  }
}
