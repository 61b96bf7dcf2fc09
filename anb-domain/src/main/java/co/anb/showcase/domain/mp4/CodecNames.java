package co.anb.showcase.domain.mp4;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which codec four letters stand for. The letters are registered at mp4ra.org, or Apple's. */
final class CodecNames {

  private static final Set<String> H264 = Set.of("avc1", "avc2", "avc3", "avc4", "dva1", "dvav");
  private static final Set<String> HEVC = Set.of("hvc1", "hev1", "dvh1", "dvhe");

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("vp08", "VP8"),
          Map.entry("vp09", "VP9"),
          Map.entry("av01", "AV1"),
          Map.entry("dav1", "AV1"),
          Map.entry("vvc1", "VVC"),
          Map.entry("vvi1", "VVC"),
          Map.entry("apcn", "ProRes"),
          Map.entry("apch", "ProRes"),
          Map.entry("apcs", "ProRes"),
          Map.entry("apco", "ProRes"),
          Map.entry("ap4h", "ProRes"),
          Map.entry("ap4x", "ProRes"),
          Map.entry("aprn", "ProRes RAW"),
          Map.entry("aprh", "ProRes RAW"),
          Map.entry("jpeg", "JPEG"),
          Map.entry("mjpa", "Motion JPEG"),
          Map.entry("mjpb", "Motion JPEG"),
          Map.entry("mjpg", "Motion JPEG"),
          Map.entry("mjp2", "Motion JPEG 2000"),
          Map.entry("png ", "PNG"),
          Map.entry("mp4v", "MPEG-4 Visual"),
          Map.entry("m2v1", "MPEG-2"),
          Map.entry("mp2v", "MPEG-2"),
          Map.entry("s263", "H.263"),
          Map.entry("h263", "H.263"),
          Map.entry("rle ", "QuickTime Animation"),
          Map.entry("SVQ1", "Sorenson Video"),
          Map.entry("SVQ3", "Sorenson Video 3"),
          Map.entry("cvid", "Cinepak"),
          Map.entry("AVdn", "DNxHD"),
          Map.entry("AVdh", "DNxHR"),
          Map.entry("CFHD", "CineForm"));

  private CodecNames() {}

  static Optional<ClipCodec> codec(String format) {
    if (H264.contains(format)) {
      return Optional.of(ClipCodec.H264);
    }
    return HEVC.contains(format) ? Optional.of(ClipCodec.HEVC) : Optional.empty();
  }

  /** Whether each frame of it is a still of its own, as covers and thumbnails are. */
  static boolean isStill(SampleEntry entry) {
    return Set.of("JPEG", "PNG", "Motion JPEG").contains(name(entry));
  }

  /** A name for people. */
  static String name(SampleEntry entry) {
    if (entry.format.equals("mp4v")) {
      return switch (entry.objectType) {
        case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65 -> "MPEG-2";
        case 0x6A -> "MPEG-1";
        case 0x6C -> "Motion JPEG";
        case 0x6D -> "PNG";
        default -> "MPEG-4 Visual";
      };
    }
    // Letters of an unknown file appear in answers and logs: nothing but letters and digits.
    return OTHERS.getOrDefault(entry.format, entry.format.replaceAll("[^A-Za-z0-9]", "?"));
  }
}
