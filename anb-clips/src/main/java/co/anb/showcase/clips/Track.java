package co.anb.showcase.clips;

import static co.anb.showcase.clips.Ffmpeg.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_FRAME_DURATION;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;

/** A track that is being encoded: its source, its encoder and its stream in a file. */
final class Track implements AutoCloseable {

  private static final int MATRIX_BYTES = 9 * Integer.BYTES;

  private final AVFormatContext file;
  private final Source source;
  private final AVCodecContext encoder;
  private final AVPacket packet;
  private final AVStream stream;
  private double position;

  /**
   * Adds a track to a file. The caller has to close it before it frees the file.
   *
   * @throws IOException if FFmpeg refuses the plan
   */
  Track(TrackPlan plan, AVFormatContext file) throws IOException {
    AVCodec codec = avcodec_find_encoder_by_name(plan.encoder());
    if (codec == null) {
      throw new IOException("FFmpeg has no encoder " + plan.encoder());
    }
    this.file = file;
    source = new Source(plan.filters(), codec.type());
    encoder = avcodec_alloc_context3(codec);
    packet = av_packet_alloc();
    try {
      open(codec, plan.options());
      stream = avformat_new_stream(file, codec);
      describeStream(plan);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void open(AVCodec codec, Map<String, String> options) throws IOException {
    source.describeTo(encoder);
    for (var option : options.entrySet()) {
      check(
          av_opt_set(encoder, option.getKey(), option.getValue(), AV_OPT_SEARCH_CHILDREN),
          "set " + option);
    }
    // MP4 wants the parameter sets in its index, and the duration of the last frame.
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_FRAME_DURATION);
    check(
        avcodec_open2(encoder, codec, (AVDictionary) null),
        "open the encoder " + codec.name().getString());
    source.cut(encoder.frame_size());
  }

  private void describeStream(TrackPlan plan) throws IOException {
    AVCodecParameters parameters = stream.codecpar();
    check(avcodec_parameters_from_context(parameters, encoder), "describe the track");
    parameters.codec_tag(plan.tag());
    if (plan.rotation() != 0) {
      turn(parameters, plan.rotation());
    }
    stream.time_base(encoder.time_base());
  }

  private static void turn(AVCodecParameters parameters, int rotation) {
    AVPacketSideData list = parameters.coded_side_data();
    if (list == null) {
      list = new AVPacketSideData(null);
    }
    int[] count = {parameters.nb_coded_side_data()};
    AVPacketSideData matrix =
        av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES, 0);
    parameters.coded_side_data(list).nb_coded_side_data(count[0]);
    av_display_rotation_set(new IntPointer(matrix.data()), rotation);
  }

  /** Seconds up to which the track is made. */
  double position() {
    return position;
  }

  /**
   * Encodes the next part of the track and writes it.
   *
   * @return false at the end
   * @throws IOException if a filter, the encoder or writing fails
   */
  boolean advance() throws IOException {
    Optional<AVFrame> frame = source.next();
    // Null flushes the encoder.
    check(avcodec_send_frame(encoder, frame.orElse(null)), "encode");
    if (frame.isPresent()) {
      position = frame.get().pts() * av_q2d(encoder.time_base());
      source.release();
    }
    while (encoded()) {
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      check(av_interleaved_write_frame(file, packet), "write");
    }
    return frame.isPresent();
  }

  private boolean encoded() throws IOException {
    int result = avcodec_receive_packet(encoder, packet);
    if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
      return false;
    }
    check(result, "encode");
    return true;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(encoder);
    source.close();
  }
}
