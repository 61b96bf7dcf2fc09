package co.anb.showcase.service.video;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Who may have which file. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class MediaService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private MediaStore media;
  @Inject private VideoService videos;
  @Inject private ContestCalendar calendar;

  /**
   * A file for the clip's owner.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, FORBIDDEN, or NOT_PROCESSED if it is not there yet
   */
  public Path own(UUID videoId, UUID ownerId, MediaKind kind) {
    videos.detail(videoId, ownerId);
    return file(videoId, kind);
  }

  /**
   * A file of any clip, for an administrator.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, or NOT_PROCESSED if it is not there yet
   */
  @RolesAllowed("ADMIN")
  public Path any(UUID videoId, MediaKind kind) {
    if (entities.find(Video.class, videoId) == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    return file(videoId, kind);
  }

  private Path file(UUID videoId, MediaKind kind) {
    return media
        .find(videoId, kind)
        .orElseThrow(
            () ->
                new ProblemException(
                    kind == MediaKind.ORIGINAL
                        ? ProblemCode.VIDEO_NOT_FOUND
                        : ProblemCode.NOT_PROCESSED));
  }

  /**
   * A file of a published clip. The big poster stands in for a small one that is not there.
   *
   * @throws ProblemException VIDEO_NOT_FOUND if there is none, it is not public, or the gallery is
   *     not open
   */
  @PermitAll
  public Path published(UUID videoId, MediaKind kind) {
    Video video = entities.find(Video.class, videoId);
    if (video == null || !video.isPublished() || !calendar.now().galleryOpen()) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    Optional<Path> file = media.find(videoId, kind);
    if (kind == MediaKind.SMALL_POSTER) {
      file = file.or(() -> media.find(videoId, MediaKind.POSTER));
    }
    return file.orElseThrow(() -> new ProblemException(ProblemCode.VIDEO_NOT_FOUND));
  }

  /**
   * The profile picture of an account, for everyone.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  @PermitAll
  public Path avatar(UUID accountId) {
    return media
        .find(accountId, MediaKind.AVATAR)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
