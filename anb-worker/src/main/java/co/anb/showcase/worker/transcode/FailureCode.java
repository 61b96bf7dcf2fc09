package co.anb.showcase.worker.transcode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a clip cannot become the contest's form. Its lower-case name is what clients see. */
public enum FailureCode {
  /** No picture, or too few of them, could be decoded. */
  UNDECODABLE(65),
  /** The file holds no video track. */
  NO_VIDEO(66),
  /** Every attempt crashed, hung or ran into trouble that has nothing to do with the clip. */
  PROCESSING_FAILED(70);

  private final int exitStatus;

  FailureCode(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** The code as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The exit status by which the child process tells it. */
  public int exitStatus() {
    return exitStatus;
  }

  /** The permanent failure that an exit status stands for; empty for a crash. */
  public static Optional<FailureCode> permanent(int exitStatus) {
    return Arrays.stream(values())
        .filter(code -> code != PROCESSING_FAILED && code.exitStatus == exitStatus)
        .findFirst();
  }
}
