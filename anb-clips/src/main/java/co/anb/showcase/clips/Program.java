package co.anb.showcase.clips;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/** The FFmpeg programs, unpacked from the jar they travel in. */
final class Program {

  static final Program FFMPEG =
      new Program("ffmpeg", ffmpeg.class, List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
  static final Program FFPROBE =
      new Program("ffprobe", ffprobe.class, List.of("-hide_banner", "-v", "error"));

  private static final long MINUTES = 10;

  private final String name;
  private final Class<?> preset;
  private final List<String> common;

  private Program(String name, Class<?> preset, List<String> common) {
    this.name = name;
    this.preset = preset;
    this.common = common;
  }

  /**
   * Runs the program to its end.
   *
   * @return what it wrote to its standard output
   * @throws IOException if it exits with an error, with its words, or takes too long
   */
  String run(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Loader.load(preset));
    command.addAll(common);
    command.addAll(arguments);
    Path output = Files.createTempFile("anb-clips", ".out");
    Path errors = Files.createTempFile("anb-clips", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      int status = await(process);
      if (status != 0) {
        throw new IOException(
            "%s ended with %d: %s".formatted(name, status, Files.readString(errors).strip()));
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private int await(Process process) throws IOException {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("%s took over %d minutes".formatted(name, MINUTES));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
