package co.anb.showcase.domain.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Files below one folder, which web and worker mount (NFS in production). Rename within it is
 * atomic, which is all that "nothing half-written is ever visible" rests on.
 */
public final class FileMediaStore implements MediaStore {

  /**
   * Lies at the root of the mount and holds a UUID; without it the mount is missing, with another
   * UUID it is another one.
   */
  public static final String MARKER = ".anb-media";

  private static final int UUID_LENGTH = 36;

  private static final String STAGING = ".staging";
  private static final String UNFINISHED = ".unfinished";

  private final Path root;
  private final UUID marker;

  /**
   * @param root the media root
   * @throws IllegalStateException if the root is not a writable folder with the marker file
   */
  public FileMediaStore(Path root) {
    if (!Files.isRegularFile(root.resolve(MARKER))) {
      throw new IllegalStateException(
          "The media root "
              + root
              + " has no marker file "
              + MARKER
              + ": is the share mounted? (setting anb.media.root)");
    }
    this.marker = readMarker(root);
    this.root = root;
    probeWriting();
  }

  private static UUID readMarker(Path root) {
    Path file = root.resolve(MARKER);
    try {
      return UUID.fromString(Files.readString(file).strip());
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file + " (setting anb.media.root)", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The marker file " + file + " does not hold a UUID (setting anb.media.root)", e);
    }
  }

  /** Permissions alone do not tell: a mount may be read-only, or full. */
  private void probeWriting() {
    try {
      Path probe = stage(UUID.randomUUID(), MediaKind.ORIGINAL);
      Files.createFile(probe);
      Files.delete(probe);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The media root " + root + " is not writable (setting anb.media.root): " + e, e);
    }
  }

  /** What the marker file says: the same for all who mount the same folder. */
  public UUID marker() {
    return marker;
  }

  @Override
  public Path stage(UUID subjectId, MediaKind kind) throws IOException {
    Path folder = Files.createDirectories(root.resolve(kind.folder()).resolve(STAGING));
    return folder.resolve(subjectId + "-" + UUID.randomUUID() + kind.ending());
  }

  @Override
  public void store(Path staged, UUID subjectId, MediaKind kind) throws IOException {
    Path target = path(subjectId, kind);
    Files.createDirectories(target.getParent());
    force(staged, StandardOpenOption.WRITE);
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(target.getParent(), StandardOpenOption.READ);
  }

  @Override
  public void withdraw(UUID subjectId, MediaKind kind, Path staged) throws IOException {
    Files.move(path(subjectId, kind), staged, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Path unfinished(MediaKind kind) throws IOException {
    return Files.createDirectories(root.resolve(kind.folder()).resolve(UNFINISHED));
  }

  @Override
  public Optional<Path> find(UUID subjectId, MediaKind kind) {
    return Optional.of(path(subjectId, kind)).filter(Files::isRegularFile);
  }

  @Override
  public boolean delete(UUID subjectId, MediaKind kind) throws IOException {
    return Files.deleteIfExists(path(subjectId, kind));
  }

  @Override
  public void list(Inventory inventory) throws IOException {
    for (String folder : folders()) {
      Path top = root.resolve(folder);
      if (!Files.isDirectory(top)) {
        continue;
      }
      try (DirectoryStream<Path> shards = Files.newDirectoryStream(top, "[0-9a-f][0-9a-f]")) {
        for (Path shard : shards) {
          if (Files.isDirectory(shard, LinkOption.NOFOLLOW_LINKS)) {
            list(shard, inventory);
          }
        }
      }
    }
  }

  private void list(Path shard, Inventory inventory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
      for (Path file : files) {
        Optional<Stored> known = known(file);
        if (known.isPresent()) {
          attributes(file)
              .filter(BasicFileAttributes::isRegularFile)
              .ifPresent(
                  found ->
                      inventory.add(known.orElseThrow(), found.lastModifiedTime().toInstant()));
        }
      }
    }
  }

  /** What a file is, if its whole path is one that is given here. */
  private Optional<Stored> known(Path file) {
    String name = file.getFileName().toString();
    if (name.length() <= UUID_LENGTH) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(name.substring(0, UUID_LENGTH));
      return Arrays.stream(MediaKind.values())
          .filter(kind -> path(id, kind).equals(file))
          .map(kind -> new Stored(id, kind))
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<String> folders() {
    return Arrays.stream(MediaKind.values()).map(MediaKind::folder).collect(Collectors.toSet());
  }

  /** Of a link its own; none if the file has gone meanwhile. */
  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public int discardStaged(Duration olderThan) throws IOException {
    Instant limit = Instant.now().minus(olderThan);
    int discarded = 0;
    for (String folder : folders()) {
      Path staging = root.resolve(folder).resolve(STAGING);
      if (!Files.isDirectory(staging)) {
        continue;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(staging)) {
        for (Path file : files) {
          if (isOlder(file, limit) && Files.deleteIfExists(file)) {
            discarded++;
          }
        }
      }
    }
    return discarded;
  }

  /** False if it has been stored meanwhile, or is a folder, which nobody has made here. */
  private static boolean isOlder(Path file, Instant limit) throws IOException {
    return attributes(file)
        .filter(found -> !found.isDirectory())
        .filter(found -> found.lastModifiedTime().toInstant().isBefore(limit))
        .isPresent();
  }

  private Path path(UUID subjectId, MediaKind kind) {
    return root.resolve(MediaStore.relativePath(subjectId, kind));
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
