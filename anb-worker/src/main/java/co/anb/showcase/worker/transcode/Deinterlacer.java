package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes one whole frame of the two fields of another, where the stream says that it has fields. It
 * needs the frame after to do so, so it gives each a frame late.
 */
final class Deinterlacer implements AutoCloseable {

  private static final String FILTER = "yadif=mode=send_frame:parity=auto:deint=interlaced";

  private FfmpegGraph graph;
  private boolean ended;

  Deinterlacer(AVFrame first) {
    graph = new FfmpegGraph(first, FILTER);
  }

  void give(AVFrame picture) {
    if (!graph.fits(picture)) {
      graph.close();
      graph = new FfmpegGraph(picture, FILTER);
    }
    if (picture.best_effort_timestamp() != AV_NOPTS_VALUE) {
      picture.pts(picture.best_effort_timestamp());
    }
    graph.give(picture);
  }

  /** No more frames come. */
  void end() {
    ended = true;
    graph.give(null);
  }

  boolean hasEnded() {
    return ended;
  }

  /** Takes a frame; false if there is none. Its time stands in {@code pts}. */
  boolean take(AVFrame picture) {
    boolean any = graph.take(picture);
    if (any) {
      picture.best_effort_timestamp(picture.pts());
    }
    return any;
  }

  @Override
  public void close() {
    graph.close();
  }
}
