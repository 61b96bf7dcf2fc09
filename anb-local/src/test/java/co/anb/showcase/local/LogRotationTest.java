package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

  @TempDir Path folder;

  @Test
  void aLogBeyondTheLimitIsPutAsideAndItsPredecessorGoes() throws IOException {
    Path log = Files.writeString(folder.resolve("server.log"), "first run, too long");
    LogRotation.rotate(folder, 10);
    assertThat(log).isEmptyFile();
    assertThat(folder.resolve("server.log.1")).hasContent("first run, too long");

    Files.writeString(log, "second run, too long");
    LogRotation.rotate(folder, 10);
    assertThat(folder.resolve("server.log.1")).hasContent("second run, too long");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("server.log", "server.log.1");
  }

  @Test
  void aLogWithinTheLimitAndOtherFilesAreLeftAlone() throws IOException {
    Path log = Files.writeString(folder.resolve("worker.log"), "short");
    Path other = Files.writeString(folder.resolve("notes.txt"), "longer than the limit");
    LogRotation.rotate(folder, 10);
    assertThat(log).hasContent("short");
    assertThat(other).hasContent("longer than the limit");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void aProcessThatAppendsWritesOnAtTheBeginning() throws Exception {
    Path log = Files.writeString(folder.resolve("kafka.log"), "");
    Process writer =
        new ProcessBuilder("bash", "-c", "echo before the rotation; read; echo after")
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    assertThat(Await.until(Duration.ofSeconds(20), () -> Files.size(log) > 10)).isTrue();
    LogRotation.rotate(folder, 10);
    writer.outputWriter().append("\n").flush();
    writer.waitFor();

    assertThat(log).hasContent("after");
    assertThat(Files.size(log)).isEqualTo("after\n".length());
  }

  @Test
  void whatIsTooLongAtTheStartIsRotatedAtOnce() throws IOException {
    Path log = folder.resolve("postgres.log");
    try (var channel =
        Files.newByteChannel(log, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(LogRotation.LIMIT).write(ByteBuffer.wrap(new byte[] {1}));
    }
    try (var rotation = LogRotation.of(folder)) {
      assertThat(rotation).isNotNull();
      assertThat(log).isEmptyFile();
    }
  }
}
