package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** libx264 of the JavaCPP presets, which unlike Humble's has its assembler code. */
final class X264Encoder implements VideoEncoder {

  private final AVFormatContext container = new AVFormatContext(null);
  private final AVCodecContext codec;
  private final AVStream stream;
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final AVIOContext file = new AVIOContext(null);
  private long next;

  /**
   * Begins a file.
   *
   * @throws IOException if the file cannot be opened
   * @throws LinkageError if the native library does not load here
   */
  X264Encoder(Path target) throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    AVCodec encoder = avcodec_find_encoder_by_name("libx264");
    if (encoder == null) {
      throw new UnsatisfiedLinkError("The FFmpeg presets lack libx264");
    }
    codec = avcodec_alloc_context3(encoder);
    codec.width(OutputForm.WIDTH);
    codec.height(OutputForm.HEIGHT);
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, OutputForm.FRAME_RATE));
    codec.framerate(av_make_q(OutputForm.FRAME_RATE, 1));
    codec.sample_aspect_ratio(av_make_q(1, 1));
    codec.profile(AV_PROFILE_H264_HIGH);
    codec.thread_count(2);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    var options = new AVDictionary(null);
    av_dict_set(options, "preset", "veryfast", 0);
    av_dict_set(options, "crf", "23", 0);
    check(avcodec_open2(codec, encoder, options), "open libx264");
    av_dict_free(options);

    check(
        avformat_alloc_output_context2(container, null, "mp4", target.toString()),
        "make the container");
    stream = avformat_new_stream(container, null);
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    check(avcodec_parameters_from_context(stream.codecpar(), codec), "describe the track");
    check(avio_open(file, target.toString(), AVIO_FLAG_WRITE), "open the file");
    container.pb(file);
    var layout = new AVDictionary(null);
    av_dict_set(layout, "movflags", "+faststart", 0);
    check(avformat_write_header(container, layout), "begin the file");
    av_dict_free(layout);

    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(OutputForm.WIDTH);
    frame.height(OutputForm.HEIGHT);
    check(av_frame_get_buffer(frame, 0), "allocate a picture");
  }

  @Override
  public void encode(YuvPicture picture) throws IOException {
    check(av_frame_make_writable(frame), "allocate a picture");
    copy(picture.luma(), picture.lumaStride(), 0, OutputForm.WIDTH, OutputForm.HEIGHT);
    copy(picture.blue(), picture.chromaStride(), 1, OutputForm.WIDTH / 2, OutputForm.HEIGHT / 2);
    copy(picture.red(), picture.chromaStride(), 2, OutputForm.WIDTH / 2, OutputForm.HEIGHT / 2);
    repeat();
  }

  @Override
  public void repeat() throws IOException {
    frame.pts(next);
    next++;
    check(avcodec_send_frame(codec, frame), "encode a picture");
    drain();
  }

  @Override
  public void finish() throws IOException {
    check(avcodec_send_frame(codec, null), "end the encoding");
    drain();
    check(av_write_trailer(container), "end the file");
    check(avio_closep(file), "close the file");
    container.pb(null);
  }

  private void drain() throws IOException {
    // A negative result means that the encoder wants more pictures, or has given everything.
    while (avcodec_receive_packet(codec, packet) >= 0) {
      packet.duration(1);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      check(av_interleaved_write_frame(container, packet), "write to the file");
      av_packet_unref(packet);
    }
  }

  private void copy(ByteBuffer from, int stride, int plane, int width, int height) {
    BytePointer to = frame.data(plane);
    int toStride = frame.linesize(plane);
    try (var source = new BytePointer(from)) {
      if (stride == toStride) {
        Pointer.memcpy(to, source, (long) stride * (height - 1) + width);
        return;
      }
      for (int y = 0; y < height; y++) {
        to.position((long) y * toStride);
        source.position((long) y * stride);
        Pointer.memcpy(to, source, width);
      }
      to.position(0);
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
    if (!file.isNull()) {
      avio_closep(file);
    }
    avformat_free_context(container);
  }
}
