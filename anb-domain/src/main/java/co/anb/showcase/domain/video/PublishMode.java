package co.anb.showcase.domain.video;

import java.util.Locale;

/** Who decides that a processed clip becomes public. */
public enum PublishMode {
  /** Public as soon as it is processed. */
  AUTO,
  /** The owner publishes it. */
  MANUAL,
  /** An administrator publishes it. */
  MODERATED;

  /** As settings and clients write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a mode as settings and clients write it.
   *
   * @throws IllegalArgumentException for anything but auto, manual and moderated
   */
  public static PublishMode parse(String setting) {
    return valueOf(setting.strip().toUpperCase(Locale.ROOT));
  }
}
