package co.anb.showcase.service.platform;

import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;

/** The files of what is deleted. */
@ApplicationScoped
public class MediaFiles {

  private static final Logger LOG = System.getLogger(MediaFiles.class.getName());

  @Inject private MediaStore media;
  @Inject private AfterCommit afterCommit;

  /**
   * Deletes files once the present transaction, which deletes their rows, is committed.
   *
   * @param subjectId a clip or an account
   */
  public void deleteAfterCommit(UUID subjectId, Set<MediaKind> kinds) {
    afterCommit.run(() -> kinds.forEach(kind -> delete(subjectId, kind)));
  }

  private void delete(UUID subjectId, MediaKind kind) {
    try {
      media.delete(subjectId, kind);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "A deleted " + kind + " is still there id=" + subjectId, e);
    }
  }
}
