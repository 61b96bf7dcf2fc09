package co.anb.showcase.worker.transcode;

import io.humble.video.Decoder;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.KeyValueBag;
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

  private static final Logger LOG = LoggerFactory.getLogger(HumbleClip.class);
  private static final int MAX_DECODE_ERRORS = 50;
  private static final int DECODER_THREADS = 2;

  /** Values of ISO/IEC 23091-4. */
  private static final int COLOR_UNSPECIFIED = 2;

  private static final int COLOR_BT470BG = 5;
  private static final int COLOR_SMPTE170M = 6;
  private static final int COLOR_BT2020 = 9;

  /** What a decoder older than hybrid log-gamma and the perceptual quantiser makes of both. */
  private static final int TRANSFER_UNSPECIFIED = 2;

  private static final int TRANSFER_PQ = 16;
  private static final int TRANSFER_HLG = 18;

  private final Demuxer demuxer;
  private final DemuxerStream stream;
  private final Decoder decoder;
  private final double timeBase;
  private final double pixelAspect;
  private final int rotation;
  private final String colorConversion;
  private final MediaPacket packet = MediaPacket.make();

  /** How much of the packet is decoded. */
  private int offset;

  private boolean fileEnded;
  private boolean decoderEnded;
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
    // Read now, as another thread may ask while this one decodes.
    this.pixelAspect = pixelAspect(stream);
    this.rotation = rotation(stream);
    this.colorConversion = colorConversion(decoder);
  }

  /**
   * Opens a file.
   *
   * @throws TranscodeException if it is no clip that Humble can decode
   */
  static HumbleClip open(Path file) throws TranscodeException, InterruptedException {
    Demuxer demuxer = Demuxer.make();
    boolean opened = false;
    try {
      HumbleClip clip;
      synchronized (HumbleLibrary.OPENING) {
        demuxer.open(file.toString(), null, false, true, null, null);
        DemuxerStream stream = firstVideo(demuxer);
        Decoder decoder = stream.getDecoder();
        decoder.setProperty("threads", DECODER_THREADS);
        decoder.open(null, null);
        clip = new HumbleClip(demuxer, stream, decoder);
      }
      opened = true;
      return clip;
    } catch (IOException | RuntimeException e) {
      throw undecodable(e);
    } finally {
      if (!opened) {
        close(demuxer);
      }
    }
  }

  private static DemuxerStream firstVideo(Demuxer demuxer)
      throws TranscodeException, IOException, InterruptedException {
    for (int i = 0; i < demuxer.getNumStreams(); i++) {
      DemuxerStream stream = demuxer.getStream(i);
      Decoder decoder = stream.getDecoder();
      if (decoder != null && decoder.getCodecType() == MediaDescriptor.Type.MEDIA_VIDEO) {
        return stream;
      }
    }
    throw new TranscodeException(FailureCode.NO_VIDEO, "The file has no video track");
  }

  private static double pixelAspect(DemuxerStream stream) {
    Rational ratio = stream.getSampleAspectRatio();
    if (ratio == null) {
      return 0;
    }
    double aspect = ratio.getDenominator() > 0 ? ratio.getDouble() : 0;
    ratio.delete();
    return aspect;
  }

  private static int rotation(DemuxerStream stream) {
    KeyValueBag metaData = stream.getMetaData();
    String rotate = metaData.getValue("rotate");
    metaData.delete();
    try {
      return rotate == null ? 0 : Math.round(Float.parseFloat(rotate));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String colorConversion(Decoder decoder) {
    long matrix = decoder.getPropertyAsLong("colorspace");
    if (matrix == COLOR_BT2020 && isHighDynamicRange(decoder.getPropertyAsLong("color_trc"))) {
      return HighDynamicRange.FILTERS;
    }
    boolean untold = matrix == COLOR_UNSPECIFIED && decoder.getHeight() < OutputForm.HEIGHT;
    return matrix == COLOR_BT470BG || matrix == COLOR_SMPTE170M || untold
        ? ",colormatrix=bt601:bt709"
        : "";
  }

  private static boolean isHighDynamicRange(long transfer) {
    return transfer == TRANSFER_UNSPECIFIED || transfer == TRANSFER_PQ || transfer == TRANSFER_HLG;
  }

  /** Width of a pixel divided by its height; 0 if not known. */
  double pixelAspect() {
    return pixelAspect;
  }

  /** Degrees clockwise that make it upright. */
  int rotation() {
    return rotation;
  }

  /** More filters, which turn its colours into BT.709; empty if they are so already. */
  String colorConversion() {
    return colorConversion;
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
   * Decodes the next picture in the order in which they are shown. Damaged packets are skipped, as
   * players do.
   *
   * @param frame takes the picture and its time
   * @return false at the end of the file
   * @throws TranscodeException if too much is damaged
   */
  boolean read(Frame frame) throws TranscodeException, InterruptedException {
    while (!decoderEnded) {
      if (!fileEnded && offset >= packet.getSize()) {
        fetch();
      }
      if (fileEnded) {
        decode(frame, null, 0);
        decoderEnded = !frame.picture.isComplete();
      } else {
        int used = decode(frame, packet, offset);
        offset = used > 0 ? offset + used : packet.getSize();
      }
      if (frame.picture.isComplete()) {
        frame.seconds = seconds(frame.picture);
        return true;
      }
    }
    return false;
  }

  /** Reads the next packet of the track. */
  private void fetch() throws InterruptedException {
    offset = 0;
    try {
      do {
        fileEnded = demuxer.read(packet) < 0;
      } while (!fileEnded && !isWanted());
    } catch (IOException | RuntimeException e) {
      LOG.warn("The file ends early: {}", e.getMessage());
      fileEnded = true;
    }
    if (!fileEnded && packet.getPts() != Global.NO_PTS) {
      end = Math.max(end, (packet.getPts() + packet.getDuration()) * timeBase);
    }
  }

  private boolean isWanted() {
    return packet.getStreamIndex() == stream.getIndex()
        && packet.isComplete()
        && packet.getSize() > 0;
  }

  private int decode(Frame frame, MediaPacket from, int position) throws TranscodeException {
    try {
      makeFit(frame);
      frame.picture.setComplete(false);
      return decoder.decodeVideo(frame.picture, from, position);
    } catch (RuntimeException e) {
      errors++;
      if (errors > MAX_DECODE_ERRORS || frame.picture == null) {
        throw undecodable(e);
      }
      return -1;
    }
  }

  /** Humble takes only pictures like those to come, and the size may change in mid-stream. */
  private void makeFit(Frame frame) {
    if (frame.picture == null
        || frame.picture.getWidth() != decoder.getWidth()
        || frame.picture.getHeight() != decoder.getHeight()
        || frame.picture.getFormat() != decoder.getPixelFormat()) {
      frame.delete();
      frame.picture =
          MediaPicture.make(decoder.getWidth(), decoder.getHeight(), decoder.getPixelFormat());
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
    packet.delete();
    // The decoder's threads use what the demuxer frees.
    decoder.delete();
    stream.delete();
    close(demuxer);
  }

  private static void close(Demuxer demuxer) {
    try {
      demuxer.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.debug("Closing the source failed", e);
    }
    demuxer.delete();
  }
}
