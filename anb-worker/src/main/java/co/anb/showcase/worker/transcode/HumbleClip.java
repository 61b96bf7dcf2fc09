package co.anb.showcase.worker.transcode;

import io.humble.video.Decoder;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.MediaDescriptor;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first video track of a file, demuxed and decoded by Humble Video. */
final class HumbleClip implements AutoCloseable {

  /** Takes decoded pictures in the order in which they are shown. */
  @FunctionalInterface
  interface PictureSink {
    /**
     * Takes a picture.
     *
     * @param seconds when it is shown
     * @return whether more pictures are wanted
     */
    boolean accept(MediaPicture picture, double seconds) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(HumbleClip.class);
  private static final int MAX_DECODE_ERRORS = 50;

  private final Demuxer demuxer;
  private final DemuxerStream stream;
  private final Decoder decoder;
  private final double timeBase;
  private double end;
  private double lastSeconds = Double.NaN;
  private int errors;

  private HumbleClip(Demuxer demuxer, DemuxerStream stream, Decoder decoder) {
    this.demuxer = demuxer;
    this.stream = stream;
    this.decoder = decoder;
    Rational base = stream.getTimeBase();
    this.timeBase = base.getDouble();
    base.delete();
  }

  /**
   * Opens a file.
   *
   * @throws TranscodeException if it is no clip that Humble can decode
   */
  static HumbleClip open(Path file) throws TranscodeException, InterruptedException {
    Demuxer demuxer = Demuxer.make();
    try {
      demuxer.open(file.toString(), null, false, true, null, null);
      for (int i = 0; i < demuxer.getNumStreams(); i++) {
        DemuxerStream stream = demuxer.getStream(i);
        Decoder decoder = stream.getDecoder();
        if (decoder != null && decoder.getCodecType() == MediaDescriptor.Type.MEDIA_VIDEO) {
          decoder.setProperty("threads", 2);
          decoder.open(null, null);
          return new HumbleClip(demuxer, stream, decoder);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw undecodable(e);
    }
    throw new TranscodeException(FailureCode.NO_VIDEO, "The file has no video track");
  }

  /** Width of a pixel divided by its height; 0 if not known. */
  double pixelAspect() {
    Rational ratio = stream.getSampleAspectRatio();
    return ratio != null && ratio.getDenominator() > 0 ? ratio.getDouble() : 0;
  }

  /** Degrees clockwise that make it upright. */
  int rotation() {
    String rotate = stream.getMetaData().getValue("rotate");
    try {
      return rotate == null ? 0 : Math.round(Float.parseFloat(rotate));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** How long the track claims to be; 0 if it does not say. */
  double durationSeconds() {
    long duration = stream.getDuration();
    return duration == Global.NO_PTS || duration < 0 ? 0 : duration * timeBase;
  }

  /** When the last picture read so far ends. */
  double endSeconds() {
    return end;
  }

  /**
   * Decodes until the sink has enough or the file ends. Damaged packets are skipped, as players do.
   *
   * @throws TranscodeException if too much is damaged
   * @throws IOException if the sink cannot write
   */
  void decode(PictureSink sink) throws TranscodeException, IOException, InterruptedException {
    MediaPacket packet = MediaPacket.make();
    MediaPicture picture =
        MediaPicture.make(decoder.getWidth(), decoder.getHeight(), decoder.getPixelFormat());
    try {
      while (read(packet)) {
        if (packet.getStreamIndex() != stream.getIndex() || !packet.isComplete()) {
          continue;
        }
        if (packet.getPts() != Global.NO_PTS) {
          end = Math.max(end, (packet.getPts() + packet.getDuration()) * timeBase);
        }
        int offset = 0;
        do {
          int used = decodeSome(picture, packet, offset);
          if (picture.isComplete() && !sink.accept(picture, seconds(picture))) {
            return;
          }
          if (used <= 0) {
            break;
          }
          offset += used;
        } while (offset < packet.getSize());
      }
      do {
        decodeSome(picture, null, 0);
        if (picture.isComplete() && !sink.accept(picture, seconds(picture))) {
          return;
        }
      } while (picture.isComplete());
    } finally {
      picture.delete();
      packet.delete();
    }
  }

  private boolean read(MediaPacket packet) throws InterruptedException {
    try {
      return demuxer.read(packet) >= 0;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The file ends early: {}", e.getMessage());
      return false;
    }
  }

  private int decodeSome(MediaPicture picture, MediaPacket packet, int offset)
      throws TranscodeException {
    picture.setComplete(false);
    try {
      return decoder.decodeVideo(picture, packet, offset);
    } catch (RuntimeException e) {
      errors++;
      if (errors > MAX_DECODE_ERRORS) {
        throw undecodable(e);
      }
      return -1;
    }
  }

  private double seconds(MediaPicture picture) {
    long stamp = picture.getBestEffortTimeStamp();
    if (stamp == Global.NO_PTS) {
      stamp = picture.getTimeStamp();
    }
    // A picture without a time follows the one before at once; its slot may then be dropped.
    lastSeconds =
        stamp == Global.NO_PTS
            ? (Double.isNaN(lastSeconds) ? 0 : lastSeconds + 1.0 / OutputForm.FRAME_RATE)
            : stamp * timeBase;
    return lastSeconds;
  }

  private static TranscodeException undecodable(Exception cause) {
    return new TranscodeException(
        FailureCode.UNDECODABLE, "Cannot be decoded: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    try {
      demuxer.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.debug("Closing the source failed", e);
    }
    decoder.delete();
    stream.delete();
    demuxer.delete();
  }
}
