package co.anb.showcase.service.account;

/**
 * Counts the scans of a JPEG without decoding it. A progressive JPEG is painted once for each of
 * them: a scan of 42 bytes costs a decoder tens of milliseconds, so a small file can keep it busy
 * for half an hour.
 *
 * <p>Markers are found as libjpeg finds them (ITU-T T.81, B.1.1): any byte that is neither part of
 * a segment nor a marker is skipped, so no scan that a decoder sees is missed here.
 */
final class JpegScans {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;

  private JpegScans() {}

  /** How many scans there are up to the first end of an image. */
  static int count(byte[] jpeg) {
    int scans = 0;
    for (int at = next(jpeg, 0); at < jpeg.length; ) {
      int marker = jpeg[at] & 0xFF;
      if (marker == END_OF_IMAGE && scans > 0) {
        return scans;
      }
      if (marker == START_OF_SCAN) {
        scans++;
      }
      at = next(jpeg, hasLength(marker) ? at + 1 + length(jpeg, at + 1) : at + 1);
    }
    return scans;
  }

  /** The place of the next marker's code, from {@code at} on; the end if there is none. */
  private static int next(byte[] jpeg, int at) {
    for (int i = at; i + 1 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && jpeg[i + 1] != 0 && (jpeg[i + 1] & 0xFF) != 0xFF) {
        return i + 1;
      }
    }
    return jpeg.length;
  }

  private static boolean hasLength(int marker) {
    return marker != TEMPORARY
        && marker != START_OF_IMAGE
        && marker != END_OF_IMAGE
        && (marker < FIRST_RESTART || marker > LAST_RESTART);
  }

  /** A segment's length, at least its own two bytes. */
  private static int length(byte[] jpeg, int at) {
    if (at + 1 >= jpeg.length) {
      return 2;
    }
    return Math.max(2, ((jpeg[at] & 0xFF) << 8) | (jpeg[at + 1] & 0xFF));
  }
}
