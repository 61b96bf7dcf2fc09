package co.anb.showcase.backup;

import co.anb.showcase.domain.media.FileMediaStore;
import co.anb.showcase.domain.media.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Copies the media files. A file gets its name when it is complete and is never written to
 * afterwards, so it can be copied at any time; a file that is replaced meanwhile is copied in its
 * old or its new version.
 */
final class MediaCopy {

  private final Path root;
  private final Path folder;
  private final Checksums checksums;
  private final Optional<Backup> previous;
  private final SortedSet<String> copied = new TreeSet<>();
  private long linked;
  private long bytes;

  /**
   * @param root the media root
   * @param folder the back-up's folder
   * @param previous the back-up whose unchanged files are linked
   */
  MediaCopy(Path root, Path folder, Checksums checksums, Optional<Backup> previous) {
    this.root = root;
    this.folder = folder;
    this.checksums = checksums;
    this.previous = previous;
  }

  /** Copies the marker and all files of clips and accounts; half-written files are skipped. */
  void copy() throws IOException {
    copy(FileMediaStore.MARKER);
    // The marker is not counted.
    linked = 0;
    bytes = 0;
    for (String each : folders()) {
      Path start = root.resolve(each);
      if (Files.isDirectory(start)) {
        Files.walkFileTree(start, new Visitor());
      }
    }
  }

  private static List<String> folders() {
    return Arrays.stream(MediaKind.values()).map(MediaKind::folder).distinct().toList();
  }

  /** The paths of all copied files below the media root, but for the marker. */
  SortedSet<String> copied() {
    return copied;
  }

  /** How many files are links to the previous back-up. */
  long linked() {
    return linked;
  }

  /** The size of the other files. */
  long bytes() {
    return bytes;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = directory.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = root.relativize(file).toString();
      if (attributes.isRegularFile() && copy(path)) {
        copied.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        // Deleted since its folder was read.
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }
  }

  /** Whether the file was still there. */
  private boolean copy(String path) throws IOException {
    Path target = folder.resolve(Backup.MEDIA + path);
    Files.createDirectories(target.getParent());
    try {
      BasicFileAttributes source =
          Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
      if (link(path, source, target)) {
        linked++;
        return true;
      }
      try (InputStream in = Files.newInputStream(root.resolve(path));
          OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        checksums.put(Backup.MEDIA + path, Checksums.copy(in, out));
      }
      bytes += source.size();
      Files.setLastModifiedTime(target, source.lastModifiedTime());
      Durable.force(target);
      return true;
    } catch (NoSuchFileException e) {
      if (path.equals(FileMediaStore.MARKER)) {
        throw new BackupException(
            root + " has no marker file " + path + ": is the share mounted?", e);
      }
      return false;
    }
  }

  private boolean link(String path, BasicFileAttributes source, Path target) throws IOException {
    if (previous.isEmpty()) {
      return false;
    }
    String digest = previous.get().checksums().get(Backup.MEDIA + path);
    Path before = previous.get().folder().resolve(Backup.MEDIA + path);
    if (digest == null || !Files.exists(before)) {
      return false;
    }
    BasicFileAttributes known = Files.readAttributes(before, BasicFileAttributes.class);
    if (known.size() != source.size()
        || known.lastModifiedTime().toMillis() != source.lastModifiedTime().toMillis()) {
      return false;
    }
    try {
      Files.createLink(target, before);
    } catch (UnsupportedOperationException e) {
      return false;
    }
    checksums.put(Backup.MEDIA + path, digest);
    return true;
  }

  /** Whether a media root holds any file of a clip or an account. */
  static boolean isEmpty(Path root) throws IOException {
    for (String each : folders()) {
      Path start = root.resolve(each);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          if (files.anyMatch(Files::isRegularFile)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
