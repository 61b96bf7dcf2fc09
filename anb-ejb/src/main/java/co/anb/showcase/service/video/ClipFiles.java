package co.anb.showcase.service.video;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.platform.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** The files of clips that are deleted. */
@ApplicationScoped
public class ClipFiles {

  private static final Logger LOG = System.getLogger(ClipFiles.class.getName());

  @Inject private MediaStore media;
  @Inject private AfterCommit afterCommit;

  /** Deletes a clip's files once the present transaction, which deletes its row, is committed. */
  public void deleteAfterCommit(UUID videoId) {
    afterCommit.run(() -> delete(videoId));
  }

  private void delete(UUID videoId) {
    for (MediaKind kind : MediaKind.OF_CLIPS) {
      try {
        media.delete(videoId, kind);
      } catch (IOException e) {
        LOG.log(
            Level.ERROR, "A deleted video's " + kind + " is still there video_id=" + videoId, e);
      }
    }
  }
}
