package co.anb.showcase.domain.mp4;

import java.util.Locale;

/** Why an uploaded file is refused. Each has words in the bundles, under its code. */
public enum FileFault {
  FILE_MISSING,
  FILE_TOO_LARGE,
  FILE_NOT_MP4,
  /** QuickTime, which this contest does not take. */
  FILE_QUICKTIME,
  FILE_DAMAGED,
  /** The movie box is so large that nobody reads it. */
  FILE_HEADER_TOO_LARGE,
  /** Header and sample tables tell different things. */
  FILE_CONTRADICTORY,
  /** The frames lie in another file. */
  FILE_EXTERNAL,
  FILE_NO_VIDEO,
  FILE_CODEC,
  FILE_ENCRYPTED,
  /** One track holds recordings of different codecs or sizes. */
  FILE_MIXED,
  /** An edit list with too many parts, or that plays them at another speed. */
  FILE_EDITS,
  FILE_TOO_SHORT,
  FILE_TOO_LONG,
  /** The shown part is short enough, but the recording that it is cut from is too long. */
  FILE_RECORDING_TOO_LONG,
  FILE_TOO_SMALL,
  /** The frames have too many pixels. */
  FILE_PICTURE_TOO_LARGE,
  /** Too many frames, or pixels, a second. */
  FILE_RATE_TOO_HIGH;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
