package co.anb.showcase.worker.transcode;

import co.anb.showcase.worker.transcode.VideoEncoder.PacketSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes H.264 packets of one constant frame rate into an MP4 file whose index stands first. It
 * takes packets of any encoder with the same parameter sets, so that encodings can be stitched:
 * decoding times simply count up.
 */
final class Mp4Writer implements PacketSink, AutoCloseable {

  private final FileChannel file;
  private final int reserved;
  private final long mediaStart;
  private final int[] sizes = new int[OutputForm.MAX_FRAMES];
  private final int[] shown = new int[OutputForm.MAX_FRAMES];
  private final boolean[] keys = new boolean[OutputForm.MAX_FRAMES];
  private int count;
  private int first;
  private byte[] packet = new byte[1 << 16];
  private ByteBuffer units = ByteBuffer.allocate(1 << 16);
  private ParameterSets parameterSets;

  /**
   * Begins a file.
   *
   * @param target replaced if there
   * @throws IOException if it cannot be written
   */
  Mp4Writer(Path target) throws IOException {
    file =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    // The index comes first but is known last, so the room for the largest one is left free.
    reserved = Mp4Index.maxBytes(OutputForm.MAX_FRAMES);
    mediaStart = (long) reserved + Mp4Index.MEDIA_HEADER_BYTES;
    file.position(mediaStart);
  }

  /** Frames written so far. */
  int frames() {
    return count;
  }

  /** The next packets begin a new encoding, which counts its frames from 0 again. */
  void beginEncoding() {
    first = count;
  }

  /**
   * Adds an encoding as a whole.
   *
   * @throws IOException if it cannot be written or does not fit to what is there
   */
  void append(Bumper bumper) throws IOException {
    beginEncoding();
    for (Bumper.Packet each : bumper.packets()) {
      accept(each.data().duplicate(), each.frame(), each.key());
    }
  }

  @Override
  public void accept(ByteBuffer data, int frame, boolean key) throws IOException {
    int length = data.remaining();
    if (packet.length < length) {
      packet = new byte[2 * length];
    }
    if (key) {
      check(ParameterSets.of(data));
    }
    data.get(packet, 0, length);
    // A start code has three bytes, a length four.
    int most = 2 * length;
    if (units.capacity() < most) {
      units = ByteBuffer.allocate(2 * most);
    }
    units.clear();
    AnnexB.split(packet, length, this::addUnit);
    units.flip();
    if (count == OutputForm.MAX_FRAMES) {
      throw new IOException("More than " + count + " frames");
    }
    sizes[count] = units.remaining();
    shown[count] = first + frame;
    keys[count] = key;
    count++;
    while (units.hasRemaining()) {
      file.write(units);
    }
  }

  private void addUnit(int type, byte[] bytes, int offset, int unitLength) {
    // The parameter sets stand in the index, and the container delimits.
    if (type != AnnexB.SPS && type != AnnexB.PPS && type != AnnexB.DELIMITER) {
      units.putInt(unitLength).put(bytes, offset, unitLength);
    }
  }

  private void check(ParameterSets sets) throws IOException {
    if (parameterSets == null) {
      parameterSets = sets;
    } else if (!parameterSets.equals(sets)) {
      throw new IOException("The encodings have different parameter sets");
    }
  }

  /**
   * Writes the index.
   *
   * @throws IOException if it cannot be written
   */
  void finish() throws IOException {
    if (parameterSets == null) {
      throw new IOException("A file without frames");
    }
    ByteBuffer index =
        new Mp4Index(
                parameterSets,
                Arrays.copyOf(sizes, count),
                Arrays.copyOf(shown, count),
                Arrays.copyOf(keys, count),
                mediaStart)
            .bytes(reserved);
    long position = 0;
    while (index.hasRemaining()) {
      position += file.write(index, position);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
