package co.anb.showcase.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The processes that run, by their component. Not safe for use by several threads. */
final class ComponentProcesses {

  private final Map<StackComponent, ChildProcess> running = new EnumMap<>(StackComponent.class);
  private final Consumer<String> news;
  private final OutOfMemoryRestart outOfMemory;

  /**
   * @param news is told of a process that ends without having been told to
   * @param relaunch takes a component and its process that ran out of memory
   */
  ComponentProcesses(Consumer<String> news, BiConsumer<StackComponent, ChildProcess> relaunch) {
    this.news = news;
    outOfMemory = new OutOfMemoryRestart(relaunch);
  }

  void add(StackComponent component, ChildProcess process, StateDirectory state) {
    process.onUnexpectedEnd(
        status -> {
          news.accept(
              "%s has ended unexpectedly; see %s"
                  .formatted(component.title(), state.log(component.fileName())));
          outOfMemory.ended(component, process, status);
        });
    running.put(component, process);
  }

  /** The process that was added last for a component; it may have ended. */
  ChildProcess get(StackComponent component) {
    return running.get(component);
  }

  /** The process of a component that runs; empty if it does not. */
  Optional<ProcessHandle> handle(StackComponent component) {
    return Optional.ofNullable(running.get(component)).flatMap(ChildProcess::handle);
  }

  void requireStopped(StackComponent component) {
    ChildProcess process = running.get(component);
    if (process != null && process.isAlive()) {
      throw new IllegalStateException(component.title() + " runs already");
    }
  }

  /** Kills a component as a crash would; does nothing if it does not run. */
  void kill(StackComponent component) {
    ChildProcess process = running.remove(component);
    if (process != null) {
      process.kill();
    }
  }

  /** Stops a component in good order; does nothing if it does not run. */
  void stop(StackComponent component) {
    ChildProcess process = running.remove(component);
    if (process != null) {
      process.stop();
    }
  }
}
