package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

  @TempDir Path folder;

  @Test
  void aSecondStackInTheSameDirectoryIsRefusedAndLeavesTheFirstAlone() throws IOException {
    StateDirectory state = StateDirectory.prepare(folder);
    Files.writeString(state.description(), "{}");
    try (FileChannel first =
        FileChannel.open(
            state.run().resolve("stack.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      assertThat(first.tryLock()).isNotNull();

      try (LocalStack second = LocalStack.builder().stateDirectory(folder).build()) {
        assertThatThrownBy(second::start)
            .isInstanceOf(StackException.class)
            .hasMessageContaining("runs already");
      }
    }
    assertThat(state.description()).exists();
  }
}
