package co.anb.showcase.service.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import me.desair.tus.server.util.Utils;

/**
 * The library's files of unfinished uploads, made proof against servers that are killed: what has
 * arrived is what lies there, not what was noted at the end of the last request.
 */
final class UploadFiles extends DiskStorageService {

  private static final String DATA = "data";
  private static final String INFO = "info";

  UploadFiles(Path folder) {
    super(folder.toString());
  }

  /** All uploads lie here, each in a folder that is called by its id. */
  Path folder() {
    return getStoragePath();
  }

  /** The bytes that have arrived. */
  Path data(UploadId id) {
    return getPathInStorageDirectory(id).resolve(DATA);
  }

  /** Null if there is no such upload, or a killed server has left only part of one. */
  @Override
  public UploadInfo getUploadInfo(UploadId id) throws IOException {
    try {
      UploadInfo info = super.getUploadInfo(id);
      if (info != null) {
        info.setOffset(Files.size(data(id)));
      }
      return info;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** In one step: half a note could never be read again. */
  @Override
  public void update(UploadInfo info) throws IOException {
    Path folder = getPathInStorageDirectory(info.getId());
    Path fresh = folder.resolve(INFO + ".new");
    Utils.writeSerializable(info, fresh);
    Files.move(fresh, folder.resolve(INFO), StandardCopyOption.ATOMIC_MOVE);
  }
}
