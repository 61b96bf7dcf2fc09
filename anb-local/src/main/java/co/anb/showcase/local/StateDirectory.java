package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the stack keeps what outlives it: data, secrets, logs, process ids. */
record StateDirectory(Path root) {

  private static final int LAST_LINES = 25;

  static StateDirectory prepare(Path directory) {
    var state = new StateDirectory(directory.toAbsolutePath().normalize());
    try {
      for (Path folder :
          List.of(
              state.secrets(),
              state.logs(),
              state.run(),
              state.temporary(),
              state.media().resolve("uploaded"),
              state.media().resolve("processed"),
              state.databasePrograms(),
              state.root.resolve("jms"),
              state.root.resolve("work"))) {
        Files.createDirectories(folder);
      }
      Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rwx------");
      for (Path folder : List.of(state.secrets(), state.databasePrograms(), state.media())) {
        Files.setPosixFilePermissions(folder, ours);
      }
      Files.setPosixFilePermissions(
          state.root, othersMustPass() ? PosixFilePermissions.fromString("rwx--x--x") : ours);
      Path marker = state.media().resolve(".anb-media");
      if (!Files.exists(marker)) {
        Files.writeString(marker, UUID.randomUUID().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return state;
  }

  /**
   * Whether the worker's children are another user who comes to his files by their path: where this
   * process is root and bubblewrap, which would give him those files alone, does not work.
   */
  private static boolean othersMustPass() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return false;
    }
    try {
      Process probe =
          new ProcessBuilder("bwrap", "--unshare-pid", "--ro-bind", "/", "/", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() != 0;
    } catch (IOException e) {
      // It is not installed.
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path logs() {
    return root.resolve("log");
  }

  Path run() {
    return root.resolve("run");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path media() {
    return root.resolve("media");
  }

  /** Where the database's programs are unpacked. */
  Path databasePrograms() {
    return root.resolve("postgres-programs");
  }

  Path log(String component) {
    return logs().resolve(component + ".log");
  }

  Path pidFile(StackComponent component) {
    return run().resolve(component.fileName() + ".pid");
  }

  Path description() {
    return run().resolve("stack.json");
  }

  /** The end of a log, for the message that names the log. */
  static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
