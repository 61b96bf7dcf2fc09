package co.anb.showcase.api.media;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.contest.ContestCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses of a clip's files: public ones for published clips of an open gallery, else those for
 * the owner.
 */
@ApplicationScoped
public class Links {

  /** Where public files lie. */
  static final String PUBLIC = "/media/";

  /** The parameter that makes the address of a file that was replaced another one. */
  static final String VERSION = "v";

  @Inject
  @ConfigProperty(name = "anb.public-url")
  private Optional<String> publicUrl;

  @Inject private ContestCalendar calendar;

  /** Of what the player sent. */
  public String original(UUID videoId) {
    return absolute("/api/videos/" + videoId + "/original");
  }

  /** Of a file of an assigned clip, for its juror; tells nothing about the clip. */
  public String assigned(UUID assignmentId, String name) {
    return absolute("/api/jury/assignments/" + assignmentId + "/" + name);
  }

  /** Of the contest's form; null while there is none. */
  public String processed(Video video) {
    return processed(video.id(), video.status(), video.isPublished());
  }

  /** Of the contest's form; null while there is none. */
  public String processed(UUID videoId, VideoStatus status, boolean published) {
    return of(videoId, status, published, MediaKind.PROCESSED, "processed");
  }

  /** Of the still picture; null while there is none. */
  public String poster(Video video) {
    return poster(video.id(), video.status(), video.isPublished());
  }

  /** Of the still picture; null while there is none. */
  public String poster(UUID videoId, VideoStatus status, boolean published) {
    return of(videoId, status, published, MediaKind.POSTER, "poster");
  }

  /** Of the still picture of a published clip, in the size of a card. */
  public String smallPoster(UUID videoId) {
    return absolute(PUBLIC + MediaStore.relativePath(videoId, MediaKind.SMALL_POSTER));
  }

  /** Of a file as administrators get it: {@code original}, {@code processed} or {@code poster}. */
  public String administration(UUID videoId, String name) {
    return absolute("/api/admin/videos/" + videoId + "/" + name);
  }

  /**
   * The address of an account's picture; null without one.
   *
   * @param putAt when it was put there
   */
  public String avatar(UUID accountId, Optional<Instant> putAt) {
    return putAt
        .map(
            at ->
                absolute(
                    PUBLIC
                        + MediaStore.relativePath(accountId, MediaKind.AVATAR)
                        + "?"
                        + VERSION
                        + "="
                        + Long.toString(at.toEpochMilli(), Character.MAX_RADIX)))
        .orElse(null);
  }

  private String of(
      UUID videoId, VideoStatus status, boolean published, MediaKind kind, String name) {
    if (status != VideoStatus.PROCESSED) {
      return null;
    }
    return absolute(
        published && calendar.now().galleryOpen()
            ? PUBLIC + MediaStore.relativePath(videoId, kind)
            : "/api/videos/" + videoId + "/" + name);
  }

  private String absolute(String path) {
    return publicUrl.map(base -> base.replaceAll("/+$", "")).orElse("") + path;
  }
}
