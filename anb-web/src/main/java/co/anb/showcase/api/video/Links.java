package co.anb.showcase.api.video;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.domain.video.VideoStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of a clip's files: public ones for published clips, else those for the owner. */
@ApplicationScoped
public class Links {

  /** Where public files lie. */
  static final String PUBLIC = "/media/";

  @Inject
  @ConfigProperty(name = "anb.public-url")
  private Optional<String> publicUrl;

  /** Of what the player sent. */
  public String original(UUID videoId) {
    return absolute("/api/videos/" + videoId + "/original");
  }

  /** Of the contest's form; null while there is none. */
  public String processed(Video video) {
    return of(video, MediaKind.PROCESSED, "processed");
  }

  /** Of the still picture; null while there is none. */
  public String poster(Video video) {
    return of(video, MediaKind.POSTER, "poster");
  }

  private String of(Video video, MediaKind kind, String name) {
    if (video.status() != VideoStatus.PROCESSED) {
      return null;
    }
    return absolute(
        video.isPublished()
            ? PUBLIC + MediaStore.relativePath(video.id(), kind)
            : "/api/videos/" + video.id() + "/" + name);
  }

  private String absolute(String path) {
    return publicUrl.map(base -> base.replaceAll("/+$", "")).orElse("") + path;
  }
}
