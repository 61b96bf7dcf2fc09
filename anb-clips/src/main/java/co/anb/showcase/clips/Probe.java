package co.anb.showcase.clips;

import static co.anb.showcase.clips.Ffmpeg.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_profile_name;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Measures clips. */
public final class Probe {

  static {
    Ffmpeg.quiet();
  }

  private Probe() {}

  /**
   * Reads what a clip is like.
   *
   * @throws IOException if the file is not a clip
   */
  public static MediaProperties read(Path clip) throws IOException {
    String attempt = "read " + clip + " as ffprobe does";
    var context = new AVFormatContext(null);
    try {
      check(avformat_open_input(context, clip.toAbsolutePath().toString(), null, null), attempt);
      check(avformat_find_stream_info(context, (AVDictionary) null), attempt);
      return properties(context, clip);
    } finally {
      avformat_close_input(context);
    }
  }

  private static MediaProperties properties(AVFormatContext context, Path clip) throws IOException {
    double duration = seconds(context);
    boolean hasAudio = stream(context, AVMEDIA_TYPE_AUDIO).isPresent();
    boolean moovBeforeMdat = moovBeforeMdat(clip);
    long bytes = Files.size(clip);
    Optional<AVStream> video = stream(context, AVMEDIA_TYPE_VIDEO);
    if (video.isEmpty()) {
      return new MediaProperties(0, 0, "", "", "", 0, duration, 0, hasAudio, moovBeforeMdat, bytes);
    }
    AVCodecParameters picture = video.get().codecpar();
    return new MediaProperties(
        picture.width(),
        picture.height(),
        codec(picture),
        profile(picture),
        text(av_get_pix_fmt_name(picture.format())),
        frameRate(video.get()),
        duration,
        rotation(picture),
        hasAudio,
        moovBeforeMdat,
        bytes);
  }

  private static Optional<AVStream> stream(AVFormatContext context, int type) {
    return IntStream.range(0, context.nb_streams())
        .mapToObj(context::streams)
        .filter(stream -> stream.codecpar().codec_type() == type)
        .findFirst();
  }

  private static double seconds(AVFormatContext context) {
    long duration = context.duration();
    return duration == AV_NOPTS_VALUE ? 0 : (double) duration / AV_TIME_BASE;
  }

  private static String codec(AVCodecParameters picture) {
    AVCodecDescriptor descriptor = avcodec_descriptor_get(picture.codec_id());
    return descriptor == null ? "" : text(descriptor.name());
  }

  /** The profile's name, or its number if it has none. */
  private static String profile(AVCodecParameters picture) {
    int profile = picture.profile();
    BytePointer name = avcodec_profile_name(picture.codec_id(), profile);
    return name == null && profile != AV_PROFILE_UNKNOWN ? Integer.toString(profile) : text(name);
  }

  private static String text(BytePointer text) {
    return text == null ? "" : text.getString();
  }

  private static double frameRate(AVStream video) {
    AVRational rate = video.avg_frame_rate();
    return fraction(rate.num() + "/" + rate.den());
  }

  private static int rotation(AVCodecParameters picture) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            picture.coded_side_data(), picture.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return 0;
    }
    // FFmpeg counts anticlockwise here, and knows no angle in a matrix that only distorts.
    double rotation = av_display_rotation_get(new IntPointer(matrix.data()));
    return Math.floorMod(-Math.round(rotation), 360);
  }

  static double fraction(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Double.parseDouble(text);
    }
    double denominator = Double.parseDouble(text.substring(slash + 1));
    return denominator == 0 ? 0 : Double.parseDouble(text.substring(0, slash)) / denominator;
  }

  private static boolean moovBeforeMdat(Path clip) throws IOException {
    try (var file = new RandomAccessFile(clip.toFile(), "r")) {
      long position = 0;
      byte[] type = new byte[4];
      while (position + 8 <= file.length()) {
        file.seek(position);
        long size = Integer.toUnsignedLong(file.readInt());
        file.readFully(type);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        if (name.equals("moov") || name.equals("mdat")) {
          return name.equals("moov");
        }
        if (size == 1 && position + 16 <= file.length()) {
          size = file.readLong();
        }
        if (size < 8) {
          return false;
        }
        position += size;
      }
      return false;
    }
  }
}
