package co.anb.showcase.clips;

import static co.anb.showcase.clips.Ffmpeg.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_PROGRESSIVE;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_ch_layout;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_color_range;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_colorspace;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_format;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_h;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_sample_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_w;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Frames or samples from a filter graph. */
final class Source implements AutoCloseable {

  private final AVFilterGraph graph = avfilter_graph_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVFilterContext sink;

  /**
   * Starts a graph.
   *
   * @param filters a description without inputs and outputs
   * @param type the type of media it yields, by FFmpeg's number
   * @throws IOException if FFmpeg refuses it
   */
  Source(String filters, int type) throws IOException {
    String end = type == AVMEDIA_TYPE_VIDEO ? "buffersink@end" : "abuffersink@end";
    try {
      connect(filters + "," + end);
      sink = avfilter_graph_get_filter(graph, end);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void connect(String filters) throws IOException {
    String attempt = "filter by " + filters;
    check(
        avfilter_graph_parse2(graph, filters, new AVFilterInOut(null), new AVFilterInOut(null)),
        attempt);
    check(avfilter_graph_config(graph, null), attempt);
  }

  /**
   * Tells an encoder what it will get.
   *
   * @throws IOException if FFmpeg cannot tell
   */
  void describeTo(AVCodecContext encoder) throws IOException {
    if (encoder.codec_type() == AVMEDIA_TYPE_VIDEO) {
      describePicturesTo(encoder);
    } else {
      encoder.sample_fmt(av_buffersink_get_format(sink));
      encoder.sample_rate(av_buffersink_get_sample_rate(sink));
      check(av_buffersink_get_ch_layout(sink, encoder.ch_layout()), "tell the channels");
    }
    try (AVRational timeBase = av_buffersink_get_time_base(sink)) {
      encoder.time_base(timeBase);
    }
  }

  private void describePicturesTo(AVCodecContext encoder) {
    encoder.pix_fmt(av_buffersink_get_format(sink));
    encoder.width(av_buffersink_get_w(sink));
    encoder.height(av_buffersink_get_h(sink));
    encoder.colorspace(av_buffersink_get_colorspace(sink));
    encoder.field_order(AV_FIELD_PROGRESSIVE);
    encoder.color_range(av_buffersink_get_color_range(sink));
    try (AVRational frameRate = av_buffersink_get_frame_rate(sink);
        AVRational aspectRatio = av_buffersink_get_sample_aspect_ratio(sink)) {
      encoder.framerate(frameRate);
      encoder.sample_aspect_ratio(aspectRatio);
    }
  }

  /** Cuts sound into frames of the size that an encoder takes. */
  void cut(int samples) {
    av_buffersink_set_frame_size(sink, samples);
  }

  /**
   * Gets the next frame, which is valid until {@link #release}.
   *
   * @return empty at the end
   * @throws IOException if a filter fails
   */
  Optional<AVFrame> next() throws IOException {
    int result = av_buffersink_get_frame(sink, frame);
    if (result == AVERROR_EOF) {
      return Optional.empty();
    }
    check(result, "filter");
    // The test source marks every frame as a key frame, and encoders would obey.
    frame.pict_type(AV_PICTURE_TYPE_NONE);
    return Optional.of(frame);
  }

  void release() {
    av_frame_unref(frame);
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avfilter_graph_free(graph);
  }
}
