package co.anb.showcase.clips;

import static org.bytedeco.ffmpeg.global.avutil.MKTAG;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes sample clips. */
public final class Clips {

  static {
    Ffmpeg.quiet();
  }

  private static final int BOX_HEADER = 8;

  private Clips() {}

  /**
   * Makes a clip.
   *
   * @param target the MP4 to write; replaced if there
   * @return {@code target}
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if FFmpeg cannot make or write it, with its words
   */
  public static Path make(ClipRecipe recipe, Path target) throws IOException {
    List<TrackPlan> tracks = new ArrayList<>();
    tracks.add(pictures(recipe));
    if (recipe.audio()) {
      tracks.add(tone(recipe.seconds()));
    }
    write(tracks, recipe.fastStart(), target);
    if (recipe.targetBytes() > 0) {
      pad(target, recipe.targetBytes());
    }
    return target;
  }

  /**
   * Makes an MP4 with a tone and no video.
   *
   * @param target the MP4 to write; replaced if there
   * @param seconds how long it plays, at least 0.001
   * @return {@code target}
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if FFmpeg cannot make or write it, with its words
   */
  public static Path audioOnly(Path target, double seconds) throws IOException {
    write(List.of(tone(seconds)), false, target);
    return target;
  }

  static void write(List<TrackPlan> tracks, boolean fastStart, Path target) throws IOException {
    // The index stands last if nothing is said.
    write(tracks, fastStart ? "+faststart" : "", target);
  }

  /** Makes tracks and writes them with {@code movflags} of FFmpeg's muxer. */
  static void write(List<TrackPlan> tracks, String flags, Path target) throws IOException {
    try (var file = new Mp4File(target)) {
      for (TrackPlan track : tracks) {
        file.add(track);
      }
      file.write(flags);
    }
  }

  static TrackPlan pictures(ClipRecipe recipe) {
    Map<String, String> options = new HashMap<>();
    options.put("preset", "ultrafast");
    options.put("threads", "auto");
    if (recipe.videoBitrate() > 0) {
      options.put("b", Long.toString(recipe.videoBitrate()));
    }
    if (recipe.codec() == VideoCodec.H264) {
      return new TrackPlan(pictureFilters(recipe), "libx264", options, 0, recipe.rotation());
    }
    options.put("x265-params", "log-level=none");
    options.putAll(colors(recipe.codec()));
    // Apple's players know HEVC by this tag only.
    int hvc1 = MKTAG((byte) 'h', (byte) 'v', (byte) 'c', (byte) '1');
    return new TrackPlan(pictureFilters(recipe), "libx265", options, hvc1, recipe.rotation());
  }

  private static String pictureFilters(ClipRecipe recipe) {
    List<String> filters = new ArrayList<>();
    filters.add(
        "testsrc2=size=%dx%d:rate=%s:duration=%s"
            .formatted(
                recipe.width(), recipe.height(), recipe.frameRate(), duration(recipe.seconds())));
    if (recipe.variableRate()) {
      // Drops every fifth frame and a longer stretch in every second, without closing the gaps.
      filters.add("select='mod(n\\,5)*lt(mod(n\\,30)\\,24)'");
    }
    if (recipe.grain() > 0) {
      filters.add("noise=alls=%d:allf=t".formatted(recipe.grain()));
    }
    filters.add("format=" + pixelFormat(recipe.codec()));
    return String.join(",", filters);
  }

  private static Map<String, String> colors(VideoCodec codec) {
    return switch (codec) {
      case HEVC_HLG -> wideColors("arib-std-b67");
      case HEVC_PQ -> wideColors("smpte2084");
      default -> Map.of();
    };
  }

  private static Map<String, String> wideColors(String transfer) {
    return Map.of("color_primaries", "bt2020", "color_trc", transfer, "colorspace", "bt2020nc");
  }

  private static String pixelFormat(VideoCodec codec) {
    return switch (codec) {
      case H264, HEVC -> "yuv420p";
      case HEVC_10BIT, HEVC_HLG, HEVC_PQ -> "yuv420p10le";
    };
  }

  private static TrackPlan tone(double seconds) {
    // FFmpeg's AAC encoder takes no other sample format.
    String filters =
        "sine=frequency=440:sample_rate=48000:duration=%s,aformat=sample_fmts=fltp"
            .formatted(duration(seconds));
    return new TrackPlan(filters, "aac", Map.of(), 0, 0);
  }

  private static String duration(double seconds) {
    // A source plays for ever if told 0.
    if (!(seconds >= 0.001)) {
      throw new IllegalArgumentException("Not a duration: " + seconds);
    }
    return String.format(Locale.ROOT, "%.3f", seconds);
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
