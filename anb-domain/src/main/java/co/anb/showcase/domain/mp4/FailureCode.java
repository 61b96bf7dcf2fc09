package co.anb.showcase.domain.mp4;

import java.util.Locale;

/**
 * Why a clip cannot become the contest's form. Its lower-case name is what clients see; each has
 * words in the bundles, under its code.
 */
public enum FailureCode {
  /** No frame, or too few of them, could be decoded. */
  UNDECODABLE,
  /** The file holds no video track. */
  NO_VIDEO,
  /** It takes more memory or time than one clip may have. */
  TOO_DEMANDING,
  /** Every attempt crashed, hung or ran into trouble that has nothing to do with the clip. */
  PROCESSING_FAILED;

  /** The code as stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
