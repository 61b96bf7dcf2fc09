package co.anb.showcase.clips;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes sample clips. */
public final class Clips {

  private static final int BOX_HEADER = 8;

  private Clips() {}

  /**
   * Makes a clip.
   *
   * @param target the MP4 to write; replaced if there
   * @return {@code target}
   * @throws IOException if the encoder fails
   */
  public static Path make(ClipRecipe recipe, Path target) throws IOException {
    if (recipe.rotation() == 0) {
      encode(recipe, target);
    } else {
      // The display matrix can only be given to an input, so a second pass copies the streams.
      Path upright = Files.createTempFile(target.toAbsolutePath().getParent(), "upright", ".mp4");
      try {
        encode(recipe, upright);
        turn(recipe, upright, target);
      } finally {
        Files.deleteIfExists(upright);
      }
    }
    if (recipe.targetBytes() > 0) {
      pad(target, recipe.targetBytes());
    }
    return target;
  }

  /**
   * Makes an MP4 that holds a tone and no picture.
   *
   * @return {@code target}
   * @throws IOException if the encoder fails
   */
  public static Path audioOnly(Path target, double seconds) throws IOException {
    List<String> arguments = new ArrayList<>(tone());
    arguments.addAll(
        List.of("-t", decimal(seconds), "-c:a", "aac", "-f", "mp4", target.toString()));
    Program.FFMPEG.run(arguments);
    return target;
  }

  private static void encode(ClipRecipe recipe, Path target) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=%dx%d:rate=%s"
                .formatted(recipe.width(), recipe.height(), recipe.frameRate())));
    if (recipe.audio()) {
      arguments.addAll(tone());
      arguments.addAll(List.of("-c:a", "aac"));
    }
    arguments.addAll(List.of("-t", decimal(recipe.seconds())));
    if (recipe.variableRate()) {
      // Leaves out every fifth picture and a longer stretch in every second, without closing gaps.
      arguments.addAll(
          List.of("-vf", "select='mod(n\\,5)*lt(mod(n\\,30)\\,24)'", "-fps_mode", "vfr"));
    }
    arguments.addAll(encoder(recipe.codec()));
    arguments.addAll(List.of("-preset", "ultrafast"));
    container(recipe, arguments, target);
    Program.FFMPEG.run(arguments);
  }

  private static List<String> encoder(VideoCodec codec) {
    return switch (codec) {
      case H264 -> List.of("-c:v", "libx264", "-pix_fmt", "yuv420p");
      case HEVC -> hevc("yuv420p");
      case HEVC_10BIT -> hevc("yuv420p10le");
    };
  }

  private static List<String> hevc(String pixelFormat) {
    return List.of(
        "-c:v",
        "libx265",
        "-pix_fmt",
        pixelFormat,
        "-tag:v",
        "hvc1",
        "-x265-params",
        "log-level=none");
  }

  private static void turn(ClipRecipe recipe, Path upright, Path target) throws IOException {
    List<String> arguments = new ArrayList<>();
    // The option counts anticlockwise.
    arguments.addAll(
        List.of(
            "-display_rotation:v:0",
            Integer.toString(-recipe.rotation()),
            "-i",
            upright.toString(),
            "-map",
            "0",
            "-c",
            "copy"));
    container(recipe, arguments, target);
    Program.FFMPEG.run(arguments);
  }

  private static void container(ClipRecipe recipe, List<String> arguments, Path target) {
    if (recipe.fastStart()) {
      arguments.addAll(List.of("-movflags", "+faststart"));
    }
    arguments.addAll(List.of("-f", "mp4", target.toString()));
  }

  private static List<String> tone() {
    return List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000");
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Appends a {@code free} box, which readers skip. Its content stays a hole in the file. */
  private static void pad(Path file, long targetBytes) throws IOException {
    long size = Files.size(file);
    long padding = targetBytes - size;
    if (padding == 0) {
      return;
    }
    if (padding < BOX_HEADER || padding > 0xFFFF_FFFFL) {
      throw new IOException("Cannot pad " + size + " bytes to " + targetBytes);
    }
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(size);
      var out = new DataOutputStream(Channels.newOutputStream(access.getChannel()));
      out.writeInt((int) padding);
      out.writeBytes("free");
      out.flush();
      access.setLength(targetBytes);
    }
  }
}
