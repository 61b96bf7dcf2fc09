package co.anb.showcase.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Shell {

  private static final long LIMIT_SECONDS = 300;

  /**
   * How a program ended.
   *
   * @param output what it printed, also as errors
   */
  record Result(int status, String output) {}

  private Shell() {}

  /** Runs a program in an environment without settings of the product. */
  static Result run(Map<String, String> environment, List<String> command) {
    Process process = null;
    Path output = null;
    try {
      output = Files.createTempFile("shell", ".out");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("ANB_"));
      builder.environment().putAll(environment);
      process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            command + " does not end: " + Files.readString(output, StandardCharsets.UTF_8));
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      delete(output);
    }
  }

  /**
   * Runs a program that must succeed.
   *
   * @return what it printed
   */
  static String run(String... command) {
    Result result = run(Map.of(), List.of(command));
    if (result.status() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + result);
    }
    return result.output();
  }

  private static void delete(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
