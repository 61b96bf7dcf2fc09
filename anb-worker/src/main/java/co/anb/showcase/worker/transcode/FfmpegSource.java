package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_OUTPUT_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOMEM;

import co.anb.showcase.domain.mp4.ClipCodec;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.FailureCode;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A track demuxed and decoded by the FFmpeg presets: slower to come by than Humble Video's, but of
 * this decade. It knows which of its frames are damaged, leaves those out, and takes the clip for
 * lost if they are many. Fields are woven into whole frames.
 */
final class FfmpegSource implements PictureSource {

  private static final int DECODER_THREADS = 2;

  /** Up to so many damaged frames of a hundred are dropped; with more the clip is refused. */
  private static final int MAX_BAD_PERCENT = 5;

  /** A few may be damaged in a clip of any length. */
  private static final int BAD_ALLOWANCE = 3;

  private final AVFormatContext file = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame picture = av_frame_alloc();
  private final ClipTimeline timeline;
  private AVCodecContext decoder;
  private int streamIndex;
  private double timeBase;
  private Deinterlacer deinterlacer;

  private boolean fileEnded;
  private double end;
  private double lastSeconds;
  private int good;
  private int bad;

  private FfmpegSource(ClipTimeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Opens the track that was chosen.
   *
   * @throws TranscodeException if it is no clip that can be decoded
   * @throws LinkageError if the native library does not load here
   */
  static FfmpegSource open(Path path, ClipTimeline timeline) throws TranscodeException {
    av_log_set_level(AV_LOG_ERROR);
    var source = new FfmpegSource(timeline);
    try {
      source.openFile(path);
      source.openDecoder();
      return source;
    } catch (TranscodeException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private void openFile(Path path) throws TranscodeException {
    var options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", DecoderList.FORMATS, 0);
    av_dict_set(options, "codec_whitelist", DecoderList.CODECS, 0);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    // Times are the media's: the edits are done by EditedClip.
    av_dict_set(options, "ignore_editlist", "1", 0);
    av_dict_set(options, "advanced_editlist", "0", 0);
    int result =
        avformat_open_input(
            file,
            "file:" + path.toAbsolutePath(),
            av_find_input_format(DecoderList.FORMAT),
            options);
    av_dict_free(options);
    check(result, "open the file");
  }

  private void openDecoder() throws TranscodeException {
    AVStream stream = null;
    for (int i = 0; i < file.nb_streams(); i++) {
      if (Integer.toUnsignedLong(file.streams(i).id()) == timeline.trackId()) {
        stream = file.streams(i);
      }
    }
    int id = timeline.codec() == ClipCodec.H264 ? AV_CODEC_ID_H264 : AV_CODEC_ID_HEVC;
    if (stream == null || stream.codecpar().codec_id() != id) {
      throw new TranscodeException(
          FailureCode.UNDECODABLE, "Track " + timeline.trackId() + " is not what its header says");
    }
    streamIndex = stream.index();
    timeBase = (double) stream.time_base().num() / stream.time_base().den();
    AVCodec codec = avcodec_find_decoder(id);
    decoder = avcodec_alloc_context3(codec);
    check(avcodec_parameters_to_context(decoder, stream.codecpar()), "describe the track");
    decoder.pkt_timebase(stream.time_base());
    decoder.thread_count(DECODER_THREADS);
    // Damaged frames come out, with a mark, and are counted here.
    decoder.flags(decoder.flags() | AV_CODEC_FLAG_OUTPUT_CORRUPT);
    check(avcodec_open2(decoder, codec, (AVDictionary) null), "open the decoder");
  }

  /**
   * Looks at the first frame.
   *
   * @throws TranscodeException if there is none
   */
  static StreamFacts.PictureFacts look(Path path, ClipTimeline timeline) throws TranscodeException {
    try (FfmpegSource source = open(path, timeline)) {
      if (!source.decode()) {
        throw new TranscodeException(FailureCode.UNDECODABLE, "No frame can be decoded");
      }
      AVFrame first = source.picture;
      int aspectDown = first.sample_aspect_ratio().den();
      return new StreamFacts.PictureFacts(
          first.width(),
          first.height(),
          first.format(),
          aspectDown > 0 ? (double) first.sample_aspect_ratio().num() / aspectDown : 0,
          first.color_primaries(),
          first.color_trc(),
          first.colorspace(),
          first.color_range(),
          isInterlaced(first));
    }
  }

  private static boolean isInterlaced(AVFrame frame) {
    return (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
  }

  @Override
  public double endSeconds() {
    return end;
  }

  @Override
  public boolean next(Frame frame) throws TranscodeException {
    if (frame.raw == null) {
      frame.raw = av_frame_alloc();
    }
    av_frame_unref(frame.raw);
    while (true) {
      if (deinterlacer != null && deinterlacer.take(picture)) {
        break;
      }
      boolean any = decode();
      if (any && deinterlacer == null && isInterlaced(picture)) {
        deinterlacer = new Deinterlacer(picture);
      }
      if (deinterlacer == null && any) {
        break;
      }
      if (deinterlacer == null || (!any && deinterlacer.hasEnded())) {
        return false;
      }
      if (any) {
        deinterlacer.give(picture);
      } else {
        deinterlacer.end();
      }
    }
    long stamp = picture.best_effort_timestamp();
    if (stamp == AV_NOPTS_VALUE) {
      stamp = picture.pts();
    }
    // A frame without a time follows the one before at once; its slot may then be dropped.
    lastSeconds =
        stamp == AV_NOPTS_VALUE ? lastSeconds + 1.0 / OutputForm.FRAME_RATE : stamp * timeBase;
    frame.seconds = lastSeconds;
    av_frame_move_ref(frame.raw, picture);
    return true;
  }

  /** The next frame that is not damaged; false at the end. */
  private boolean decode() throws TranscodeException {
    while (true) {
      av_frame_unref(picture);
      int result = avcodec_receive_frame(decoder, picture);
      if (result == AVERROR_EOF) {
        return false;
      }
      if (result >= 0) {
        boolean damaged =
            picture.decode_error_flags() != 0
                || (picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
        if (!damaged) {
          good++;
          return true;
        }
        countBad("damaged frames");
      } else if (result == AVERROR_EAGAIN()) {
        send();
      } else {
        failed(result);
      }
    }
  }

  private void send() throws TranscodeException {
    int result = 0;
    if (!fileEnded) {
      do {
        av_packet_unref(packet);
        result = av_read_frame(file, packet);
      } while (result >= 0 && packet.stream_index() != streamIndex);
      if (result == AVERROR_ENOMEM()) {
        failed(result);
      }
      fileEnded = result < 0;
    }
    if (fileEnded) {
      avcodec_send_packet(decoder, null);
      return;
    }
    if (packet.pts() != AV_NOPTS_VALUE) {
      end = Math.max(end, (packet.pts() + packet.duration()) * timeBase);
    }
    result = avcodec_send_packet(decoder, packet);
    av_packet_unref(packet);
    if (result < 0) {
      failed(result);
    }
  }

  private void failed(int result) throws TranscodeException {
    if (result == AVERROR_ENOMEM()) {
      throw new TranscodeException(
          FailureCode.TOO_DEMANDING, "Its frames do not fit into a child's memory");
    }
    countBad("frames that cannot be decoded");
  }

  private void countBad(String what) throws TranscodeException {
    bad++;
    if ((bad > BAD_ALLOWANCE && good == 0) || bad > limit(timeline.samples())) {
      throw tooBad(what);
    }
  }

  private TranscodeException tooBad(String what) {
    return new TranscodeException(
        FailureCode.UNDECODABLE, "%d %s beside %d good ones".formatted(bad, what, good));
  }

  private static int limit(int pictures) {
    return BAD_ALLOWANCE + (int) ((long) pictures * MAX_BAD_PERCENT / 100);
  }

  @Override
  public void checkDamage() throws TranscodeException {
    if (bad > limit(good + bad)) {
      throw tooBad("damaged frames");
    }
  }

  @Override
  public boolean seek(double seconds) {
    long stamp = (long) Math.floor(seconds / timeBase);
    if (av_seek_frame(file, streamIndex, stamp, AVSEEK_FLAG_BACKWARD) < 0) {
      return false;
    }
    avcodec_flush_buffers(decoder);
    if (deinterlacer != null) {
      deinterlacer.close();
      deinterlacer = null;
    }
    fileEnded = false;
    return true;
  }

  private static void check(int result, String action) throws TranscodeException {
    if (result == AVERROR_ENOMEM()) {
      throw new TranscodeException(FailureCode.TOO_DEMANDING, "No memory to " + action);
    }
    if (result < 0) {
      throw new TranscodeException(
          FailureCode.UNDECODABLE, "Cannot " + action + ": FFmpeg error " + result);
    }
  }

  @Override
  public void close() {
    if (deinterlacer != null) {
      deinterlacer.close();
    }
    av_packet_free(packet);
    av_frame_free(picture);
    if (decoder != null) {
      avcodec_free_context(decoder);
    }
    avformat_close_input(file);
  }
}
