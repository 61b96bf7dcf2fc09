package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path folder;
  private PidFile file;
  private Process process;

  @BeforeEach
  void startAProcess() throws IOException {
    file = new PidFile(folder.resolve("component.pid"));
    process = new ProcessBuilder("tail", "-f", "/dev/null").start();
  }

  @AfterEach
  void endTheProcess() {
    process.destroyForcibly();
  }

  @Test
  void aLeftoverIsEnded() throws InterruptedException {
    file.write(process.pid(), "/dev/null");

    file.endLeftover(GRACE);

    assertThat(process.waitFor()).isNotZero();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void aStrangerThatGotTheSameIdIsLeftAlone() {
    file.write(process.pid(), "-Danb.stack.component=kafka");

    file.endLeftover(GRACE);

    assertThat(process.isAlive()).isTrue();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void noFileAndAHalfFileMeanNothingToDo() throws IOException {
    assertThat(file.process()).isEmpty();
    Files.writeString(file.path(), "12");
    assertThat(file.process()).isEmpty();
  }
}
