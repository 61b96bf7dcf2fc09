package co.anb.showcase.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.server.Settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {

  @TempDir private Path root;

  @Test
  void clearsTheLastInstanceButKeepsTheTransactionLog() throws IOException {
    Path stale = Files.createDirectories(root.resolve("instance/config")).resolve("domain.xml");
    Path upload = Files.createDirectories(root.resolve("tmp")).resolve("part");
    Path log = Files.createDirectories(root.resolve("transactions")).resolve("log");
    for (Path file : new Path[] {stale, upload, log}) {
      Files.writeString(file, "left by the last run");
    }

    var directory = ServerDirectory.open(root);

    assertThat(directory.instance()).isEmptyDirectory();
    assertThat(directory.temporary()).isEmptyDirectory();
    assertThat(directory.transactions().resolve("log")).exists();
  }

  @Test
  void namesTheSettingWhenItCannotBeWritten() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertThatThrownBy(() -> ServerDirectory.open(file))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("anb.server.directory");
  }
}
