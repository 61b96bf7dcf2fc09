package co.anb.showcase.worker.transcode;

/** What all users of Humble Video must keep in mind. */
final class HumbleLibrary {

  /**
   * To be held while anything is opened: its FFmpeg aborts the process if two threads open a codec
   * at the same time, as a filter that reads a frame does too.
   */
  static final Object OPENING = new Object();

  private HumbleLibrary() {}
}
