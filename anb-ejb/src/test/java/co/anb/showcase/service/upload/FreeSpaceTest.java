package co.anb.showcase.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

  @TempDir private Path root;

  @Test
  void uploadsAreRefusedBelowTheFloor() throws IOException {
    long freeMib = Files.getFileStore(root).getUsableSpace() >> 20;

    assertThatCode(() -> new FreeSpace(root.toString(), 0).require(1)).doesNotThrowAnyException();
    assertFull(() -> new FreeSpace(root.toString(), freeMib * 2 + 1).require(1));
  }

  @Test
  void whatIsToComeCounts() throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();

    assertFull(() -> new FreeSpace(root.toString(), 0).require(free * 2 + 1));
  }

  private static void assertFull(Runnable upload) {
    assertThatThrownBy(upload::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.INSUFFICIENT_STORAGE);
              assertThat(refusal.code().status()).isEqualTo(507);
            });
  }
}
