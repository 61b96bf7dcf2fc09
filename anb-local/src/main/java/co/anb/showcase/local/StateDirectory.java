package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
              state.root.resolve("jms"),
              state.root.resolve("work"))) {
        Files.createDirectories(folder);
      }
      Files.setPosixFilePermissions(state.secrets(), PosixFilePermissions.fromString("rwx------"));
      Path marker = state.media().resolve(".anb-media");
      if (!Files.exists(marker)) {
        Files.writeString(marker, UUID.randomUUID().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return state;
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
