package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process beyond the death of the one that started it. Besides the id it keeps a word
 * of the command line, because the system may have given the id to another process since.
 */
record PidFile(Path path) {

  void write(long pid, String mark) {
    try {
      Files.write(path, List.of(Long.toString(pid), mark));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded process, if it still lives and is still the one that was recorded. */
  Optional<ProcessHandle> process() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(path);
      if (lines.size() < 2 || !lines.get(0).matches("\\d{1,10}")) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.get(0));
      return ProcessHandle.of(pid).filter(p -> commandLine(pid).contains(lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the recorded process and its children, if they live, and forgets it. */
  void endLeftover(Duration grace) {
    process().ifPresent(process -> end(process, grace));
    delete();
  }

  /** Asks a process to end; after the grace time kills it and what it has started. */
  static void end(ProcessHandle process, Duration grace) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    if (!Await.until(grace, () -> !lives(process))) {
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    Await.until(grace, () -> !lives(process));
  }

  /**
   * Whether a process still runs. One that has ended but that nobody has asked about counts as
   * alive for {@link ProcessHandle}, and in a container without an init process nobody ever asks.
   */
  static boolean lives(ProcessHandle process) {
    return process.isAlive() && !commandLine(process.pid()).isEmpty();
  }

  /** {@link ProcessHandle.Info} cuts long command lines off, and class paths are long. */
  static String commandLine(long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return new String(line, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }
}
