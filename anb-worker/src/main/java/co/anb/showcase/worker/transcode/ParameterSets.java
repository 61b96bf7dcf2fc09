package co.anb.showcase.worker.transcode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a decoder must know before the first frame. Packets of different encodings can only stand in
 * one track if these are the same, byte for byte.
 *
 * @param sequence the sequence parameter set
 * @param picture the picture parameter set
 */
record ParameterSets(ByteBuffer sequence, ByteBuffer picture) {

  /**
   * Reads them from a packet.
   *
   * @param packet in the form of Annex B; its position stays
   * @throws IllegalArgumentException if the packet has none
   */
  static ParameterSets of(ByteBuffer packet) {
    byte[] content = new byte[packet.remaining()];
    packet.duplicate().get(content);
    ByteBuffer[] found = new ByteBuffer[2];
    AnnexB.split(
        content,
        content.length,
        (type, bytes, offset, length) -> {
          if (type == AnnexB.SPS || type == AnnexB.PPS) {
            found[type - AnnexB.SPS] =
                ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length));
          }
        });
    if (found[0] == null || found[1] == null) {
      throw new IllegalArgumentException("A packet without parameter sets");
    }
    return new ParameterSets(found[0], found[1]);
  }
}
