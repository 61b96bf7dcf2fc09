package co.anb.showcase.worker.transcode;

/**
 * Humble Video has met something that it does not decode surely. Nothing is said against the clip:
 * the newer decoder is to try it.
 */
final class DoubtfulClipException extends Exception {

  private static final long serialVersionUID = 1L;

  DoubtfulClipException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
