package co.anb.showcase.server;

import co.anb.showcase.server.Settings.SettingException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the server keeps files of its own. The instance is unpacked afresh at every start, because
 * Payara Micro would otherwise find the resources and deployments of its last run and fail over
 * them. The transaction log survives: recovery after a crash reads it.
 */
final class ServerDirectory {

  private final Path root;

  // Held, not used: closing it, or the end of the JVM, releases the directory.
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final FileChannel lock;

  private ServerDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the directory for this process alone and clears what the last run left there.
   *
   * @throws SettingException if it cannot be written or another server uses it
   */
  static ServerDirectory open(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel lock =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new SettingException(
            "Another server uses " + root + " (setting anb.server.directory)");
      }
      var directory = new ServerDirectory(root, lock);
      clear(root.resolve("instance"));
      clear(root.resolve("tmp"));
      Files.createDirectories(root.resolve("transactions"));
      return directory;
    } catch (IOException | UncheckedIOException e) {
      throw new SettingException("Cannot use " + root + " (setting anb.server.directory): " + e, e);
    }
  }

  /** Payara Micro's root. */
  File instance() {
    return root.resolve("instance").toFile();
  }

  /** Temporary files, such as the parts of an upload that is being received. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** The log of transactions that are being committed. */
  Path transactions() {
    return root.resolve("transactions");
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(directory);
  }
}
