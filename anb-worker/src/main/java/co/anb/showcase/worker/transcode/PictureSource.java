package co.anb.showcase.worker.transcode;

/** The frames of one track, decoded in the order in which they are shown. */
interface PictureSource extends AutoCloseable {

  /**
   * Decodes the next frame.
   *
   * @param frame takes the frame and its time, in seconds of the media
   * @return false at the end of the track
   * @throws TranscodeException if the clip is at fault
   * @throws DoubtfulClipException if this source cannot vouch for what it decodes
   */
  boolean next(Frame frame) throws TranscodeException, DoubtfulClipException, InterruptedException;

  /**
   * Goes on from the last frame at or before a time at which decoding can begin, or further ahead
   * of it.
   *
   * @param seconds of the media
   * @return false if the file cannot be entered there; where it stands is not known then
   */
  boolean seek(double seconds) throws InterruptedException;

  /**
   * Says whether what was decoded so far can be shown.
   *
   * @throws TranscodeException if too much of it is damaged
   */
  default void checkDamage() throws TranscodeException {}

  /** When the last frame read so far ends, in seconds of the media. */
  double endSeconds();

  @Override
  void close();
}
