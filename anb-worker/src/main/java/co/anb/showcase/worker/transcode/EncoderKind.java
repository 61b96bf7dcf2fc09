package co.anb.showcase.worker.transcode;

import co.anb.showcase.worker.transcode.VideoEncoder.PacketSink;
import io.humble.video.MediaPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The encoders there are, best first. */
enum EncoderKind {
  /** libx264 of the JavaCPP presets. */
  X264 {
    @Override
    VideoEncoder open(PacketSink sink) throws IOException {
      return new X264Encoder(sink);
    }
  },
  /** libx264 inside Humble Video. */
  HUMBLE {
    @Override
    VideoEncoder open(PacketSink sink) {
      return new HumbleEncoder(sink);
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(EncoderKind.class);

  /**
   * Begins to encode.
   *
   * @throws IOException if the encoder does not start
   * @throws LinkageError if its native library does not load here
   */
  abstract VideoEncoder open(PacketSink sink) throws IOException;

  /**
   * What it puts in front of its frames.
   *
   * @throws IOException if the encoder fails
   */
  ParameterSets parameterSets() throws IOException {
    List<ParameterSets> found = new ArrayList<>();
    MediaPicture picture = Colors.toYuv(Artwork.blank());
    try (VideoEncoder encoder = open((data, frame, key) -> found.add(ParameterSets.of(data)))) {
      encoder.encode(picture);
      encoder.finish();
    } finally {
      picture.delete();
    }
    if (found.isEmpty()) {
      throw new IOException("Encoder " + code() + " gives no packet");
    }
    return found.get(0);
  }

  /** The name for operators and metrics. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The best one that loads on this machine.
   *
   * @throws IOException if it loads, but does not start
   */
  static EncoderKind best() throws IOException {
    try {
      X264.open((data, frame, key) -> {}).close();
      return X264;
    } catch (LinkageError e) {
      LOG.warn("The FFmpeg presets do not load here, falling back to Humble's slow encoder", e);
      return HUMBLE;
    }
  }
}
