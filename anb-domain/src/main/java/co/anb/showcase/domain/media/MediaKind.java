package co.anb.showcase.domain.media;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The files that a clip or an account can have. */
public enum MediaKind {
  /** What the player sent; kept. */
  ORIGINAL("uploaded", ".mp4", "video/mp4"),
  /** The contest's form. */
  PROCESSED("processed", ".mp4", "video/mp4"),
  /** A still picture of the contest's form. */
  POSTER("processed", ".jpg", "image/jpeg"),
  /** The same in the size of a card; clips of earlier versions have none. */
  SMALL_POSTER("processed", "-small.jpg", "image/jpeg"),
  /** An account's picture. */
  AVATAR("avatars", ".jpg", "image/jpeg");

  /** Those of a clip. */
  public static final Set<MediaKind> OF_CLIPS =
      Collections.unmodifiableSet(EnumSet.of(ORIGINAL, PROCESSED, POSTER, SMALL_POSTER));

  private final String folder;
  private final String ending;
  private final String contentType;

  MediaKind(String folder, String ending, String contentType) {
    this.folder = folder;
    this.ending = ending;
    this.contentType = contentType;
  }

  /** The top folder below the media root. */
  public String folder() {
    return folder;
  }

  /** What follows the id in the file's name. */
  public String ending() {
    return ending;
  }

  /** The media type to serve it with. */
  public String contentType() {
    return contentType;
  }
}
