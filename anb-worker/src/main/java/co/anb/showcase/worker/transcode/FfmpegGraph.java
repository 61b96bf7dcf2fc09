package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Loader;

/** A chain of filters of the FFmpeg presets, for frames of one size, format and colour. */
final class FfmpegGraph implements AutoCloseable {

  private static final String SOURCE = "buffer@in";
  private static final String SINK = "buffersink@out";

  private final int width;
  private final int height;
  private final int format;
  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFilterContext source;
  private final AVFilterContext sink;

  /**
   * Makes it for frames like the first.
   *
   * @throws IllegalStateException if FFmpeg refuses it
   */
  FfmpegGraph(AVFrame first, String filters) {
    width = first.width();
    height = first.height();
    format = first.format();
    String description =
        "%s=video_size=%dx%d:pix_fmt=%d:time_base=1/90000:pixel_aspect=1/1:colorspace=%d:range=%d,%s,%s"
            .formatted(
                SOURCE,
                width,
                height,
                format,
                first.colorspace(),
                first.color_range(),
                filters,
                SINK);
    try {
      check(
          avfilter_graph_parse2(
              graph, description, new AVFilterInOut(null), new AVFilterInOut(null)),
          description);
      check(avfilter_graph_config(graph, null), description);
      source = avfilter_graph_get_filter(graph, SOURCE);
      sink = avfilter_graph_get_filter(graph, SINK);
    } catch (RuntimeException e) {
      avfilter_graph_free(graph);
      throw e;
    }
  }

  /**
   * Unpacks the native libraries of filters, demuxers and scaling. A child cannot: it may not write
   * to where they lie.
   */
  static void unpack() {
    Loader.load(org.bytedeco.ffmpeg.global.avfilter.class);
    Loader.load(org.bytedeco.ffmpeg.global.avformat.class);
  }

  /** Whether the frame is like that which this was made for. */
  boolean fits(AVFrame picture) {
    return picture.width() == width && picture.height() == height && picture.format() == format;
  }

  /** Puts a frame in, which is empty afterwards; null at the end. */
  void give(AVFrame picture) {
    check(av_buffersrc_add_frame(source, picture), "filter");
  }

  /**
   * Takes a frame out.
   *
   * @return false if there is none yet, or none any more
   */
  boolean take(AVFrame picture) {
    int result = av_buffersink_get_frame(sink, picture);
    if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
      return false;
    }
    check(result, "filter");
    return true;
  }

  private static void check(int result, String action) {
    if (result < 0) {
      throw new IllegalStateException("FFmpeg error " + result + ": " + action);
    }
  }

  @Override
  public void close() {
    avfilter_graph_free(graph);
  }
}
