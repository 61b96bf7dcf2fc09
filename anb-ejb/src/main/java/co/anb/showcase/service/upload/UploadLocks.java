package co.anb.showcase.service.upload;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadAlreadyLockedException;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.disk.DiskLockingService;

/**
 * Locks on the mount, so that they hold between servers. The library would answer 200 to a request
 * that meets a lock; here it is refused.
 */
final class UploadLocks extends DiskLockingService {

  UploadLocks(Path folder) {
    super(folder.toString());
  }

  /**
   * Takes a lock.
   *
   * @return null if the address is not one of an upload
   * @throws ProblemException UPLOAD_LOCKED
   */
  @Override
  public UploadLock lockUploadByUri(String address) throws TusException, IOException {
    try {
      return super.lockUploadByUri(address);
    } catch (UploadAlreadyLockedException e) {
      throw (ProblemException) new ProblemException(ProblemCode.UPLOAD_LOCKED).initCause(e);
    }
  }
}
