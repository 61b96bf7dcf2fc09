package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before, a server whose heap was full lay dead, or lived on with dead threads. */
class OutOfMemoryRestartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final BlockingQueue<StackComponent> started = new LinkedBlockingQueue<>();
  private final OutOfMemoryRestart restart =
      new OutOfMemoryRestart((component, dead) -> started.add(component));

  @Test
  void whatEndedByAFullHeapIsStartedAgain() throws Exception {
    int status = statusOf("full heap");

    assertThat(status).isEqualTo(OutOfMemoryRestart.OUT_OF_MEMORY);
    assertThat(started.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(StackComponent.SERVER);
  }

  @Test
  void whatEndedOtherwiseStaysDown() throws Exception {
    int status = statusOf("wrong setting");

    assertThat(status).isEqualTo(2);
    assertThat(started.poll(4, TimeUnit.SECONDS)).isNull();
  }

  /** Runs a process of the stack until it ends by itself. */
  private int statusOf(String trouble) throws Exception {
    StateDirectory state = StateDirectory.prepare(folder.resolve("var"));
    var ended = new CompletableFuture<Integer>();
    ChildProcess child =
        ChildProcess.java(
            StackComponent.SERVER,
            state,
            List.of(
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                Troubled.class.getName(),
                trouble),
            Map.of());
    child.onUnexpectedEnd(
        status -> {
          restart.ended(StackComponent.SERVER, child, status);
          ended.complete(status);
        });
    return ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** A process that ends badly. */
  static final class Troubled {

    private Troubled() {}

    public static void main(String[] args) {
      if (args[0].equals("full heap")) {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
          kept.add(new byte[1 << 20]);
        }
      }
      System.exit(2);
    }
  }
}
