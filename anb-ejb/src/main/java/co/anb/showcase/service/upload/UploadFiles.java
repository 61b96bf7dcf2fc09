package co.anb.showcase.service.upload;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
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

  /**
   * All that a note consists of. The mount is shared with workers, which handle untrusted bytes.
   */
  private static final ObjectInputFilter NOTE =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=4;maxrefs=50;maxbytes=65536;me.desair.tus.server.upload.UploadInfo;"
              + "me.desair.tus.server.upload.UploadId;me.desair.tus.server.upload.UploadType;"
              + "java.lang.Enum;java.lang.Number;java.lang.Long;java.util.UUID;!*");

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

  /**
   * Null if there is no such upload, or a killed server has left only part of one.
   *
   * @throws InvalidClassException if the note holds anything but a note
   */
  @Override
  public UploadInfo getUploadInfo(UploadId id) throws IOException {
    // The library asks for the upload of an address, and that of all uploads is none's.
    if (id == null) {
      return null;
    }
    try {
      UploadInfo info = note(getPathInStorageDirectory(id).resolve(INFO));
      info.setOffset(Files.size(data(id)));
      return info;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** As the library does it, which would make an object of whatever lies there. */
  private static UploadInfo note(Path file) throws IOException {
    try (var source = new ObjectInputStream(Files.newInputStream(file))) {
      source.setObjectInputFilter(NOTE);
      return (UploadInfo) source.readObject();
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException("No note of an upload: " + file, e);
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
