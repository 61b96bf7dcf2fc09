package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.ClipCodec;
import co.anb.showcase.domain.mp4.ClipTimeline;
import io.humble.video.Codec;
import io.humble.video.Decoder;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerFormat;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.KeyValueBag;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A track demuxed and decoded by Humble Video. It does not hide damage: at the first sign of it, or
 * of anything that its old decoder is not to be trusted with, it gives up.
 */
final class HumbleSource implements PictureSource {

  private static final Logger LOG = LoggerFactory.getLogger(HumbleSource.class);
  private static final int DECODER_THREADS = 2;

  private final Demuxer demuxer;
  private final DemuxerStream stream;
  private final Decoder decoder;
  private final double timeBase;
  private final MediaPacket packet = MediaPacket.make();

  /** How much of the packet is decoded. */
  private int offset;

  private boolean hasPacket;
  private boolean fileEnded;
  private boolean decoderEnded;
  private double end;
  private double lastSeconds = Double.NaN;

  private HumbleSource(Demuxer demuxer, DemuxerStream stream, Decoder decoder) {
    this.demuxer = demuxer;
    this.stream = stream;
    this.decoder = decoder;
    Rational base = stream.getTimeBase();
    this.timeBase = base.getDouble();
    base.delete();
  }

  /**
   * Opens the track that was chosen.
   *
   * @throws DoubtfulClipException if Humble cannot
   */
  static HumbleSource open(Path file, ClipTimeline timeline)
      throws DoubtfulClipException, InterruptedException {
    Demuxer demuxer = Demuxer.make();
    boolean opened = false;
    try {
      HumbleSource source;
      synchronized (HumbleLibrary.OPENING) {
        demuxer.open(
            file.toString(),
            DemuxerFormat.findFormat(DecoderList.FORMAT),
            false,
            true,
            options(),
            null);
        DemuxerStream stream = track(demuxer, timeline);
        Decoder decoder = stream.getDecoder();
        decoder.setProperty("codec_whitelist", DecoderList.CODECS);
        decoder.setProperty("threads", DECODER_THREADS);
        // Damage is an error, not something to paint over.
        decoder.setProperty("err_detect", "explode");
        decoder.open(null, null);
        source = new HumbleSource(demuxer, stream, decoder);
      }
      opened = true;
      return source;
    } catch (IOException | RuntimeException e) {
      throw doubtful(e);
    } finally {
      if (!opened) {
        close(demuxer);
      }
    }
  }

  private static KeyValueBag options() {
    KeyValueBag options = KeyValueBag.make();
    options.setValue("format_whitelist", DecoderList.FORMATS);
    options.setValue("codec_whitelist", DecoderList.CODECS);
    // Times are the media's: the edits are done by EditedClip.
    options.setValue("ignore_editlist", "1");
    return options;
  }

  private static DemuxerStream track(Demuxer demuxer, ClipTimeline timeline)
      throws IOException, InterruptedException {
    Codec.ID codec =
        timeline.codec() == ClipCodec.H264 ? Codec.ID.CODEC_ID_H264 : Codec.ID.CODEC_ID_HEVC;
    for (int i = 0; i < demuxer.getNumStreams(); i++) {
      DemuxerStream stream = demuxer.getStream(i);
      Decoder decoder = stream.getId() == timeline.trackId() ? stream.getDecoder() : null;
      if (decoder != null && decoder.getCodecID() == codec) {
        return stream;
      }
      stream.delete();
    }
    throw new IOException("Track " + timeline.trackId() + " is not what its header says");
  }

  @Override
  public double endSeconds() {
    return end;
  }

  @Override
  public boolean next(Frame frame) throws DoubtfulClipException, InterruptedException {
    while (!decoderEnded) {
      if (!fileEnded && (!hasPacket || offset >= packet.getSize())) {
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
        if (frame.picture.isInterlacedFrame()) {
          throw new DoubtfulClipException("Frames are made of fields", null);
        }
        frame.seconds = seconds(frame.picture);
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean seek(double seconds) throws InterruptedException {
    long stamp = (long) Math.floor(seconds / timeBase);
    try {
      if (demuxer.seek(stream.getIndex(), Long.MIN_VALUE, stamp, stamp, 0) < 0) {
        return false;
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("No way in at {} s", seconds, e);
      return false;
    }
    decoder.flush();
    hasPacket = false;
    fileEnded = false;
    decoderEnded = false;
    lastSeconds = Double.NaN;
    return true;
  }

  /** Reads the next packet of the track. */
  private void fetch() throws InterruptedException {
    offset = 0;
    hasPacket = true;
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

  private int decode(Frame frame, MediaPacket from, int position) throws DoubtfulClipException {
    try {
      makeFit(frame);
      frame.picture.setComplete(false);
      return decoder.decodeVideo(frame.picture, from, position);
    } catch (RuntimeException e) {
      throw doubtful(e);
    }
  }

  /** Humble takes only frames like those to come, and the size may change in mid-stream. */
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
    // A frame without a time follows the one before at once; its slot may then be dropped.
    lastSeconds =
        stamp == Global.NO_PTS
            ? (Double.isNaN(lastSeconds) ? 0 : lastSeconds + 1.0 / OutputForm.FRAME_RATE)
            : stamp * timeBase;
    return lastSeconds;
  }

  private static DoubtfulClipException doubtful(Exception cause) {
    return new DoubtfulClipException(String.valueOf(cause.getMessage()), cause);
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
