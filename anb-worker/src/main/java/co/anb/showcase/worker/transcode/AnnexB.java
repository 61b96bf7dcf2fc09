package co.anb.showcase.worker.transcode;

/** Finds the units of an H.264 packet in the form of Annex B: each begins with 00 00 01. */
final class AnnexB {

  /** Takes units. */
  @FunctionalInterface
  interface UnitSink<E extends Exception> {
    /**
     * Takes a unit.
     *
     * @param type of the unit, as in table 7-1 of the standard
     */
    void accept(int type, byte[] bytes, int offset, int length) throws E;
  }

  static final int SPS = 7;
  static final int PPS = 8;
  static final int DELIMITER = 9;

  private static final int START = 3;

  private AnnexB() {}

  /** Hands out the units in the first {@code length} bytes. */
  static <E extends Exception> void split(byte[] bytes, int length, UnitSink<E> sink) throws E {
    int start = afterStart(bytes, 0, length);
    while (start >= 0 && start < length) {
      int next = afterStart(bytes, start, length);
      int end = next < 0 ? length : next - START;
      // Zeros belong to no unit: they fill up, or make the next start four bytes long.
      while (end > start && bytes[end - 1] == 0) {
        end--;
      }
      if (end > start) {
        sink.accept(bytes[start] & 31, bytes, start, end - start);
      }
      start = next;
    }
  }

  /** Where the bytes behind the next start code are; -1 if there is none. */
  private static int afterStart(byte[] bytes, int from, int length) {
    int i = from + 2;
    while (i < length) {
      if (bytes[i] == 1 && bytes[i - 1] == 0 && bytes[i - 2] == 0) {
        return i + 1;
      }
      // A byte above 1 can be no part of a start code.
      i += (bytes[i] & 255) > 1 ? START : 1;
    }
    return -1;
  }
}
