package co.anb.showcase.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Starts a component again that ended by an OutOfMemoryError, as systemd does on servers. One that
 * ended in any other way stays down, so that its failure is seen.
 */
final class OutOfMemoryRestart {

  /** The status of {@code -XX:+ExitOnOutOfMemoryError}. */
  static final int OUT_OF_MEMORY = 3;

  private static final Logger LOG = System.getLogger(OutOfMemoryRestart.class.getName());

  /** One that fails at its start must not take all of the machine's time. */
  private static final long PAUSE_SECONDS = 2;

  private final BiConsumer<StackComponent, ChildProcess> relaunch;

  /**
   * Makes one.
   *
   * @param relaunch takes the component and its dead process; starts another
   */
  OutOfMemoryRestart(BiConsumer<StackComponent, ChildProcess> relaunch) {
    this.relaunch = relaunch;
  }

  /** A process has ended without having been told to. */
  void ended(StackComponent component, ChildProcess dead, int status) {
    if (status != OUT_OF_MEMORY) {
      return;
    }
    var unused =
        CompletableFuture.runAsync(
                () -> relaunch.accept(component, dead),
                CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS))
            .exceptionally(
                failure -> {
                  LOG.log(Level.ERROR, component.title() + " cannot be started again", failure);
                  return null;
                });
  }
}
