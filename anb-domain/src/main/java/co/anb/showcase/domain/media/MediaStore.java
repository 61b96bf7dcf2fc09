package co.anb.showcase.domain.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the files of clips and accounts, by their ids. Nothing is visible under its name before it
 * is whole.
 */
public interface MediaStore {

  /**
   * A path for a file that is being written, in the same file system as its final place. It does
   * not exist yet; the caller writes it and then calls {@link #store} or deletes it.
   *
   * @throws IOException if the folder cannot be made
   */
  Path stage(UUID subjectId, MediaKind kind) throws IOException;

  /**
   * Forces a staged file to the disk and gives it its name in one step, replacing what was there.
   *
   * @throws IOException if it fails; the staged file is then still there
   */
  void store(Path staged, UUID subjectId, MediaKind kind) throws IOException;

  /**
   * Takes a file's name away again and makes it a staged one.
   *
   * @throws IOException if it fails; the file is then still there
   */
  void withdraw(UUID subjectId, MediaKind kind, Path staged) throws IOException;

  /**
   * The folder for files that arrive in pieces, in the same file system as their final places.
   * {@link #discardStaged} leaves it alone.
   *
   * @throws IOException if it cannot be made
   */
  Path unfinished(MediaKind kind) throws IOException;

  /** The file, if it is there. */
  Optional<Path> find(UUID subjectId, MediaKind kind);

  /**
   * Deletes one file; no error if there is none.
   *
   * @return whether there was one
   * @throws IOException if it is there and cannot be deleted
   */
  boolean delete(UUID subjectId, MediaKind kind) throws IOException;

  /** A file under its final name. */
  record Stored(UUID subjectId, MediaKind kind) {}

  /** What is stored under final names. */
  interface Inventory {

    /**
     * Takes one file.
     *
     * @param writtenAt when it was last written to
     */
    void add(Stored file, Instant writtenAt);
  }

  /**
   * Lists every file under its final name, in no order. Links, other folders and files with names
   * that are not given here are left out: nobody knows whose they are.
   *
   * @throws IOException if a folder cannot be read
   */
  void list(Inventory inventory) throws IOException;

  /**
   * Deletes staged files that nobody has written to for a while: those of processes that were
   * killed.
   *
   * @return how many there were
   * @throws IOException if one cannot be deleted
   */
  int discardStaged(Duration olderThan) throws IOException;

  /** The file's path below the media root, with slashes, as in public addresses. */
  static String relativePath(UUID subjectId, MediaKind kind) {
    String id = subjectId.toString();
    // The last two digits are random in a version 7 UUID, the first ones are its time.
    String shard = id.substring(id.length() - 2);
    return kind.folder() + "/" + shard + "/" + id + kind.ending();
  }
}
