package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.ColorTags;
import co.anb.showcase.domain.mp4.FieldOrder;
import co.anb.showcase.domain.mp4.PictureSize;
import co.anb.showcase.domain.mp4.Transfer;
import java.util.Set;

/**
 * The properties of the frames: those of the header, and where it has none, those of the first
 * frame. Colours are code points of ITU-T H.273.
 *
 * @param width pixels as encoded, before they are turned
 * @param height pixels as encoded, before they are turned
 * @param pixelFormat number of the FFmpeg presets
 * @param pixelAspect width of a pixel divided by its height; 1 if nobody tells
 * @param matrix how luma and chroma come from red, green and blue; 0 is RGB
 * @param transfer how light was turned into code values
 * @param fullRange whether code values use the whole range
 * @param interlaced whether a frame consists of two fields
 */
record StreamFacts(
    int width,
    int height,
    int pixelFormat,
    double pixelAspect,
    int matrix,
    Transfer transfer,
    boolean fullRange,
    boolean interlaced) {

  /** The letters that both FFmpegs know. */
  private static final Set<String> USUAL_FORMATS = Set.of("avc1", "hvc1", "hev1");

  /**
   * Frames larger than that stay out of Humble, which takes them from the Java heap: 4K in 8 bits
   * fits.
   */
  private static final long MAX_HUMBLE_BYTES = 13L << 20;

  /** Merges the header with a decoded frame. */
  static StreamFacts of(ClipTimeline timeline, PictureFacts picture) {
    ColorTags header = timeline.color();
    var stream = new ColorTags(picture.primaries(), picture.transfer(), picture.matrix(), false);
    Transfer transfer = header.family() != Transfer.UNSPECIFIED ? header.family() : stream.family();
    int matrix = picture.matrix();
    // A header cannot make RGB of luma and chroma, nor the other way round.
    boolean told = header.matrix() != AVCOL_SPC_UNSPECIFIED && header.matrix() != AVCOL_SPC_RGB;
    if (told && matrix != AVCOL_SPC_RGB) {
      matrix = header.matrix();
    }
    PictureSize size = timeline.size();
    double aspect =
        size.tellsPixelAspect()
            ? (double) size.pixelWidth() / size.pixelHeight()
            : picture.pixelAspect();
    return new StreamFacts(
        picture.width(),
        picture.height(),
        picture.pixelFormat(),
        aspect > 0 ? aspect : 1,
        matrix == AVCOL_SPC_UNSPECIFIED ? usualMatrix(picture.height()) : matrix,
        transfer,
        header.fullRange() || picture.range() == AVCOL_RANGE_JPEG,
        picture.interlaced()
            || timeline.fields() == FieldOrder.TOP_FIRST
            || timeline.fields() == FieldOrder.BOTTOM_FIRST);
  }

  /** The matrix that players assume. */
  private static int usualMatrix(int height) {
    return height < OutputForm.HEIGHT ? AVCOL_SPC_SMPTE170M : AVCOL_SPC_BT709;
  }

  /** Whether matrix and range are those of BT.601, limited. */
  boolean isStandardDefinition() {
    return matrix == AVCOL_SPC_BT470BG || matrix == AVCOL_SPC_SMPTE170M;
  }

  /** The range as FFmpeg numbers it. */
  int range() {
    return fullRange || matrix == AVCOL_SPC_RGB ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  }

  /** Whether the frames have to be mapped to the light and the colours of a usual screen. */
  boolean isHighDynamicRange() {
    return transfer == Transfer.HLG || transfer == Transfer.PQ;
  }

  /** Bytes of a decoded frame, estimated from above. */
  long pictureBytes() {
    long samples = (long) width * height * 3 / (isSubsampled() ? 2 : 1);
    return pixelFormat == AV_PIX_FMT_YUV420P || pixelFormat == AV_PIX_FMT_YUVJ420P
        ? samples
        : 2 * samples;
  }

  private boolean isSubsampled() {
    return pixelFormat == AV_PIX_FMT_YUV420P
        || pixelFormat == AV_PIX_FMT_YUVJ420P
        || pixelFormat == AV_PIX_FMT_YUV420P10LE;
  }

  /** Whether it is a clip as cameras usually make it, which Humble Video does right. */
  boolean isOrdinary(ClipTimeline timeline) {
    return (pixelFormat == AV_PIX_FMT_YUV420P || pixelFormat == AV_PIX_FMT_YUV420P10LE)
        && (matrix == AVCOL_SPC_BT709 || isStandardDefinition())
        && !isHighDynamicRange()
        && !fullRange
        && !interlaced
        && timeline.descriptions() == 1
        && USUAL_FORMATS.contains(timeline.format())
        && pictureBytes() <= MAX_HUMBLE_BYTES;
  }

  /**
   * What a decoded frame says about itself, in numbers of FFmpeg, which are those of H.273.
   *
   * @param pixelAspect 0 if it does not say
   * @param range number of the FFmpeg presets
   */
  record PictureFacts(
      int width,
      int height,
      int pixelFormat,
      double pixelAspect,
      int primaries,
      int transfer,
      int matrix,
      int range,
      boolean interlaced) {}
}
