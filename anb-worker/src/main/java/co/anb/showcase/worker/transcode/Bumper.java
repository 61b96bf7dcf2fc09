package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import java.awt.image.BufferedImage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An opening or closing bumper, encoded once, to be stitched into every clip.
 *
 * @param packets in the order in which they are decoded
 */
record Bumper(List<Packet> packets) {

  /**
   * One encoded frame.
   *
   * @param data in the form of Annex B; not to be read from, but from a duplicate
   * @param frame which frame of the bumper it shows, counted from 0
   * @param key whether a player can begin here
   */
  record Packet(ByteBuffer data, int frame, boolean key) {}

  private static final int FADE_FRAMES = 10;
  private static final int MAX_PACKET_BYTES = 1 << 20;

  /**
   * Encodes a bumper of its own.
   *
   * @throws IOException if the encoder fails
   */
  static Bumper encode(EncoderKind kind, BufferedImage image) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (VideoEncoder encoder =
        kind.open(
            (data, frame, key) ->
                packets.add(
                    new Packet(
                        ByteBuffer.allocate(data.remaining()).put(data).flip(), frame, key)))) {
      show(image, encoder);
      encoder.finish();
    }
    return new Bumper(List.copyOf(packets));
  }

  /**
   * Encodes the bumper's frames as part of something longer.
   *
   * @throws IOException if the encoder fails
   */
  static void show(BufferedImage image, VideoEncoder encoder) throws IOException {
    MediaPicture still = Colors.toYuv(image);
    try {
      for (int i = 0; i < OutputForm.BUMPER_FRAMES; i++) {
        int fromEdge = Math.min(i, OutputForm.BUMPER_FRAMES - 1 - i);
        if (fromEdge < FADE_FRAMES) {
          MediaPicture faded =
              Colors.toYuv(Artwork.fade(image, (fromEdge + 1.0) / (FADE_FRAMES + 1)));
          encoder.encode(faded);
          faded.delete();
        } else {
          encoder.encode(still);
        }
      }
    } finally {
      still.delete();
    }
  }

  /** What a decoder must know before the first frame. */
  ParameterSets parameterSets() {
    return ParameterSets.of(packets.get(0).data());
  }

  /**
   * Writes it.
   *
   * @throws IOException if writing fails
   */
  void write(DataOutput target) throws IOException {
    target.writeInt(packets.size());
    for (Packet packet : packets) {
      target.writeInt(packet.frame());
      target.writeBoolean(packet.key());
      target.writeInt(packet.data().limit());
      target.write(packet.data().array(), 0, packet.data().limit());
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException if it is something else
   */
  static Bumper read(DataInput source) throws IOException {
    if (source.readInt() != OutputForm.BUMPER_FRAMES) {
      throw new IOException("A bumper of another length");
    }
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i < OutputForm.BUMPER_FRAMES; i++) {
      int frame = source.readInt();
      boolean key = source.readBoolean();
      int length = source.readInt();
      if (length < 0 || length > MAX_PACKET_BYTES) {
        throw new IOException("Not a bumper");
      }
      byte[] data = new byte[length];
      source.readFully(data);
      packets.add(new Packet(ByteBuffer.wrap(data), frame, key));
    }
    return new Bumper(List.copyOf(packets));
  }
}
