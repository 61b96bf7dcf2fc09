package co.anb.showcase.service.upload;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLock;

/** An upload that this request has locked until it is closed. */
final class HeldUpload implements AutoCloseable {

  private final UploadFiles files;
  private final UploadId id;
  private final UploadLock lock;

  HeldUpload(UploadFiles files, UploadId id, UploadLock lock) {
    this.files = files;
    this.id = id;
    this.lock = lock;
  }

  /**
   * The file, all of which has arrived.
   *
   * @throws ProblemException UPLOAD_NOT_FOUND or UPLOAD_INCOMPLETE
   */
  Path file() throws IOException {
    UploadInfo info = files.getUploadInfo(id);
    if (info == null) {
      throw new ProblemException(ProblemCode.UPLOAD_NOT_FOUND);
    }
    if (info.isUploadInProgress()) {
      throw new ProblemException(ProblemCode.UPLOAD_INCOMPLETE);
    }
    return files.data(id);
  }

  /** Deletes what is left of it. */
  void discard() throws IOException {
    UploadInfo named = new UploadInfo();
    named.setId(id);
    try {
      files.terminateUpload(named);
    } catch (UploadNotFoundException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
