package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.FailureCode;

/** A clip cannot become the contest's form, and trying again would not help. */
public final class TranscodeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  public TranscodeException(FailureCode code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  public TranscodeException(FailureCode code, String detail) {
    this(code, detail, null);
  }

  /** Why. */
  public FailureCode code() {
    return code;
  }
}
