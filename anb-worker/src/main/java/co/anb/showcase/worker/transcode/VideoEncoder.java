package co.anb.showcase.worker.transcode;

import java.io.IOException;

/**
 * Writes pictures of the output's size and rate as H.264 High into an MP4 file whose index stands
 * first.
 */
interface VideoEncoder extends AutoCloseable {

  /**
   * Adds a picture; its buffers are no longer needed afterwards.
   *
   * @throws IOException if the file cannot be written
   */
  void encode(YuvPicture picture) throws IOException;

  /**
   * Adds the last picture once more.
   *
   * @throws IOException if the file cannot be written
   */
  void repeat() throws IOException;

  /**
   * Completes the file.
   *
   * @throws IOException if the file cannot be written
   */
  void finish() throws IOException;

  /** Frees what the encoder holds. Without {@link #finish} the file is not usable. */
  @Override
  void close();
}
