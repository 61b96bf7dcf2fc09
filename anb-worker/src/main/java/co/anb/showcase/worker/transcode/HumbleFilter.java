package co.anb.showcase.worker.transcode;

import io.humble.video.FilterGraph;
import io.humble.video.FilterPictureSink;
import io.humble.video.FilterPictureSource;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.file.Path;

/** A graph of Humble Video's filters for frames of one size and format. */
final class HumbleFilter implements AutoCloseable {

  private static final PixelFormat.Type PLAIN = PixelFormat.Type.PIX_FMT_YUV420P;
  private static final PixelFormat.Type DEEP = PixelFormat.Type.PIX_FMT_YUV420P10LE;

  private final int width;
  private final int height;
  private final PixelFormat.Type format;
  private final FilterGraph graph;
  private final FilterPictureSource source;
  private final FilterPictureSink sink;
  private final Rational timeBase = Rational.make(1, OutputForm.FRAME_RATE);

  private HumbleFilter(int width, int height, PixelFormat.Type format, String filters) {
    this.width = width;
    this.height = height;
    this.format = format;
    graph = FilterGraph.make();
    source = graph.addPictureSource("in", width, height, format, timeBase, null);
    sink = graph.addPictureSink("out", PLAIN);
    synchronized (HumbleLibrary.OPENING) {
      graph.open(filters);
    }
  }

  /**
   * Lays a watermark over frames of the output's size.
   *
   * @param watermark a PNG
   */
  static HumbleFilter marking(Path watermark) {
    return new HumbleFilter(OutputForm.WIDTH, OutputForm.HEIGHT, PLAIN, overlay(watermark, "null"));
  }

  /** Scales, turns and pads frames like the first, and lays a watermark over them. */
  static HumbleFilter placingAndMarking(
      MediaPicture first, Geometry geometry, StreamFacts facts, Path watermark) {
    return new HumbleFilter(
        first.getWidth(),
        first.getHeight(),
        first.getFormat(),
        overlay(watermark, placing(geometry, facts)));
  }

  private static String overlay(Path watermark, String before) {
    return "[in]%s[v];movie=%s[wm];[v][wm]overlay=W-w-24:H-h-24[out]"
        .formatted(before, escape(watermark));
  }

  private static String placing(Geometry geometry, StreamFacts facts) {
    return "scale=%d:%d:flags=bicubic,format=yuv420p%s%s"
        .formatted(
            geometry.scaledWidth(),
            geometry.scaledHeight(),
            facts.isStandardDefinition() ? ",colormatrix=bt601:bt709" : "",
            geometry.placing());
  }

  /** A path as an option in a description of filters, which unescapes it twice. */
  private static String escape(Path path) {
    return path.toString().replaceAll("[\\\\':]", "\\\\$0").replaceAll("[\\\\'\\[\\],;]", "\\\\$0");
  }

  /** A frame to filter into. */
  static MediaPicture blank() {
    return MediaPicture.make(OutputForm.WIDTH, OutputForm.HEIGHT, PLAIN);
  }

  /** A frame of 10 bits to filter into. */
  static MediaPicture deepBlank() {
    return MediaPicture.make(OutputForm.WIDTH, OutputForm.HEIGHT, DEEP);
  }

  /** Whether the frame has the size and format that this filter was made for. */
  boolean fits(MediaPicture picture) {
    return picture.getWidth() == width
        && picture.getHeight() == height
        && picture.getFormat() == format;
  }

  /**
   * Filters one frame.
   *
   * @param slot grows from frame to frame
   * @param filtered takes the result
   * @throws IOException if nothing comes out
   */
  void apply(MediaPicture picture, int slot, MediaPicture filtered) throws IOException {
    picture.setTimeBase(timeBase);
    picture.setTimeStamp(slot);
    source.addPicture(picture);
    sink.getPicture(filtered);
    if (!filtered.isComplete()) {
      throw new IOException("The filters gave no frame");
    }
  }

  @Override
  public void close() {
    source.delete();
    sink.delete();
    graph.delete();
    timeBase.delete();
  }
}
