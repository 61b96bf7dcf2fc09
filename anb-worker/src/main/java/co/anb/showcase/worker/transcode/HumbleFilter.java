package co.anb.showcase.worker.transcode;

import io.humble.ferry.Buffer;
import io.humble.ferry.JNIReference;
import io.humble.video.FilterGraph;
import io.humble.video.FilterPictureSink;
import io.humble.video.FilterPictureSource;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Scales, turns and pads pictures of one size and format and lays the watermark over them. */
final class HumbleFilter implements AutoCloseable {

  /** Takes filtered pictures; the picture is valid during the call only. */
  @FunctionalInterface
  interface PictureSink {
    void accept(YuvPicture picture) throws IOException;
  }

  private final int width;
  private final int height;
  private final PixelFormat.Type format;
  private final FilterGraph graph;
  private final FilterPictureSource source;
  private final FilterPictureSink sink;
  private final MediaPicture filtered;
  private final Rational timeBase;
  private long frame;

  /**
   * Makes a filter for pictures like the first.
   *
   * @param watermark a PNG's name, relative to the working directory of the process
   */
  HumbleFilter(MediaPicture first, Geometry geometry, String watermark) {
    width = first.getWidth();
    height = first.getHeight();
    format = first.getFormat();
    timeBase = Rational.make(1, OutputForm.FRAME_RATE);
    graph = FilterGraph.make();
    source = graph.addPictureSource("in", width, height, format, timeBase, null);
    sink = graph.addPictureSink("out", PixelFormat.Type.PIX_FMT_YUV420P);
    graph.open(
        "[in]%s[v];movie=%s[wm];[v][wm]overlay=W-w-24:H-h-24,format=yuv420p[out]"
            .formatted(geometry.filters(), watermark));
    filtered =
        MediaPicture.make(OutputForm.WIDTH, OutputForm.HEIGHT, PixelFormat.Type.PIX_FMT_YUV420P);
  }

  /** Whether the picture has the size and format that this filter was made for. */
  boolean fits(MediaPicture picture) {
    return picture.getWidth() == width
        && picture.getHeight() == height
        && picture.getFormat() == format;
  }

  /** Filters one picture. */
  void apply(MediaPicture picture, PictureSink target) throws IOException {
    picture.setTimeBase(timeBase);
    picture.setTimeStamp(frame);
    frame++;
    source.addPicture(picture);
    while (sink.getPicture(filtered) >= 0 && filtered.isComplete()) {
      hand(target);
    }
  }

  private void hand(PictureSink target) throws IOException {
    // Wrappers of native memory: not deleting them at once leaks a picture each.
    List<Buffer> buffers = new ArrayList<>(3);
    List<JNIReference> references = new ArrayList<>(3);
    try {
      target.accept(
          new YuvPicture(
              plane(0, buffers, references),
              filtered.getLineSize(0),
              plane(1, buffers, references),
              plane(2, buffers, references),
              filtered.getLineSize(1)));
    } finally {
      references.forEach(JNIReference::delete);
      buffers.forEach(Buffer::delete);
    }
  }

  private ByteBuffer plane(int index, List<Buffer> buffers, List<JNIReference> references) {
    Buffer buffer = filtered.getData(index);
    buffers.add(buffer);
    var reference = new AtomicReference<JNIReference>();
    ByteBuffer bytes = buffer.getByteBuffer(0, filtered.getDataPlaneSize(index), reference);
    references.add(reference.get());
    return bytes;
  }

  @Override
  public void close() {
    filtered.delete();
    source.delete();
    sink.delete();
    graph.delete();
    timeBase.delete();
  }
}
