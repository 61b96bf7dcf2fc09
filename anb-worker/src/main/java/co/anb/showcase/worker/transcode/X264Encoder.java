package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.humble.video.MediaPicture;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** libx264 of the JavaCPP presets, which unlike Humble's has its assembler code. */
final class X264Encoder implements VideoEncoder {

  /** As many as libx264 thinks right for the processors. */
  private static final int AUTOMATIC = 0;

  private final PacketSink sink;
  private final AVCodecContext codec;
  private final AVFrame frame;
  private final AVPacket packet;
  private long next;

  /**
   * Makes an encoder.
   *
   * @throws IOException if libx264 does not start
   * @throws LinkageError if the native library does not load here
   */
  X264Encoder(PacketSink sink) throws IOException {
    this.sink = sink;
    av_log_set_level(AV_LOG_ERROR);
    AVCodec encoder = avcodec_find_encoder_by_name("libx264");
    if (encoder == null) {
      throw new UnsatisfiedLinkError("The FFmpeg presets lack libx264");
    }
    codec = avcodec_alloc_context3(encoder);
    frame = av_frame_alloc();
    packet = av_packet_alloc();
    try {
      open(encoder);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(AVCodec encoder) throws IOException {
    codec.width(OutputForm.WIDTH);
    codec.height(OutputForm.HEIGHT);
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, OutputForm.FRAME_RATE));
    codec.framerate(av_make_q(OutputForm.FRAME_RATE, 1));
    codec.sample_aspect_ratio(av_make_q(1, 1));
    codec.profile(AV_PROFILE_H264_HIGH);
    codec.thread_count(AUTOMATIC);
    var options = new AVDictionary(null);
    av_dict_set(options, "preset", OutputForm.X264_PRESET, 0);
    av_dict_set(options, "crf", Integer.toString(OutputForm.X264_CRF), 0);
    av_dict_set(options, "x264-params", OutputForm.X264_PARAMS, 0);
    int result = avcodec_open2(codec, encoder, options);
    av_dict_free(options);
    check(result, "open libx264");
    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(OutputForm.WIDTH);
    frame.height(OutputForm.HEIGHT);
    // FFmpeg copies a frame that has no buffer of its own. This one has, of a single byte; the
    // planes point into Humble's memory, and libx264 has read them when the call returns.
    frame.buf(0, av_buffer_alloc(1));
  }

  @Override
  public void encode(MediaPicture picture) throws IOException {
    try (var planes = new Planes(picture)) {
      for (int plane = 0; plane < Planes.COUNT; plane++) {
        frame.data(plane, new BytePointer(planes.bytes(plane)));
        frame.linesize(plane, planes.stride(plane));
      }
      frame.pts(next);
      next++;
      check(avcodec_send_frame(codec, frame), "encode a frame");
      drain();
    }
  }

  @Override
  public void finish() throws IOException {
    check(avcodec_send_frame(codec, null), "end the encoding");
    drain();
  }

  private void drain() throws IOException {
    int result = avcodec_receive_packet(codec, packet);
    while (result >= 0) {
      sink.accept(
          packet.data().capacity(packet.size()).asByteBuffer(),
          (int) packet.pts(),
          (packet.flags() & AV_PKT_FLAG_KEY) != 0);
      av_packet_unref(packet);
      result = avcodec_receive_packet(codec, packet);
    }
    if (result != AVERROR_EAGAIN() && result != AVERROR_EOF) {
      check(result, "encode a frame");
    }
  }

  private static void check(int result, String action) throws IOException {
    if (result < 0) {
      throw new IOException("Cannot " + action + ": FFmpeg error " + result);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(codec);
  }
}
