package co.anb.showcase.service.problem;

import java.util.Locale;

/** Why an uploaded file is refused. */
public enum FileFault {
  FILE_MISSING,
  FILE_TOO_LARGE,
  FILE_NOT_MP4,
  FILE_DAMAGED,
  FILE_NO_VIDEO,
  FILE_TOO_SHORT,
  FILE_TOO_LONG,
  FILE_TOO_SMALL;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
