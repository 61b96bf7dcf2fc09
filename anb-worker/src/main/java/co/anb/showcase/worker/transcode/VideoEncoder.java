package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Encodes frames of the output's size as H.264 High. The packets have the form of Annex B, with the
 * parameter sets in front of each frame at which a player can begin.
 */
interface VideoEncoder extends AutoCloseable {

  /** Takes packets in the order in which they are decoded. */
  @FunctionalInterface
  interface PacketSink {
    /**
     * Takes a packet.
     *
     * @param data valid during the call only
     * @param frame which frame it shows, counted from 0 in the order of the encoder's input
     * @param key whether a player can begin here
     * @throws IOException if it cannot be written
     */
    void accept(ByteBuffer data, int frame, boolean key) throws IOException;
  }

  /**
   * Adds a frame, which is not needed any more afterwards. It may be added again.
   *
   * @param picture yuv420p of the output's size
   * @throws IOException if encoding or the sink fails
   */
  void encode(MediaPicture picture) throws IOException;

  /**
   * Hands out all that is still inside.
   *
   * @throws IOException if encoding or the sink fails
   */
  void finish() throws IOException;

  /** Frees what the encoder holds. */
  @Override
  void close();
}
