package co.anb.showcase.service.progress;

/**
 * Is told what happens to one clip. Its methods are called one at a time and may block: each
 * listener has a thread of its own while it is told something.
 */
public interface ProgressListener {

  /**
   * The present state: the first call, then whenever it changes, and from time to time again.
   *
   * @return false if the client has gone; {@link #close} is the only call after that
   */
  boolean state(VideoState state);

  /** The clip was deleted; {@link #close} follows. */
  void deleted();

  /** Nothing more will come. The last call, after a final state too. */
  void close();
}
