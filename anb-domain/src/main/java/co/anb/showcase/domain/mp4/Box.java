package co.anb.showcase.domain.mp4;

/**
 * A box of a file; it ends where its parent ends at the latest.
 *
 * @param type four letters
 * @param start offset of its first byte in the file
 * @param body offset of its content
 * @param end offset behind its last byte
 */
record Box(String type, long start, long body, long end) {

  long length() {
    return end - body;
  }
}
