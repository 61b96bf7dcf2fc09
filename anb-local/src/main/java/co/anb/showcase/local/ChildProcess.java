package co.anb.showcase.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** A Java process of the stack, from its start to its end. */
final class ChildProcess {

  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final StackComponent component;
  private final Path log;
  private final PidFile pidFile;
  private final Process process;
  private final AtomicBoolean ending = new AtomicBoolean();

  private ChildProcess(StackComponent component, Path log, PidFile pidFile, Process process) {
    this.component = component;
    this.log = log;
    this.pidFile = pidFile;
    this.process = process;
  }

  /**
   * Starts Java.
   *
   * @param arguments options, main class or jar, arguments
   * @param environment added to this process's own
   */
  static ChildProcess java(
      StackComponent component,
      StateDirectory state,
      List<String> arguments,
      Map<String, String> environment) {
    String mark = "-Danb.stack.component=" + component.fileName() + "@" + state.root();
    Path log = state.log(component.fileName());
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // A session of its own: Ctrl-C in the terminal must reach the stack alone, which stops its
      // components in the right order.
      command.add(SETSID.toString());
    }
    command.addAll(javaCommand(state));
    command.add(mark);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Process process = builder.start();
      var pidFile = new PidFile(state.pidFile(component));
      pidFile.write(process.pid(), mark);
      return new ChildProcess(component, log, pidFile, process);
    } catch (IOException e) {
      throw new StackException("Cannot start " + component.title() + ": " + e.getMessage(), e);
    }
  }

  /** Runs Java to its end and answers the exit status. */
  static int runJava(
      StateDirectory state, Path log, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>(javaCommand(state));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    Process process = null;
    try {
      process = builder.start();
      return process.waitFor();
    } catch (IOException e) {
      throw new StackException("Cannot start Java: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }

  private static List<String> javaCommand(StateDirectory state) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A server with half of its threads dead looks alive.
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + state.temporary());
    // As the packages read it.
    String more = System.getenv().getOrDefault("ANB_JAVA_OPTIONS", "").strip();
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split("\\s+")));
    }
    return command;
  }

  /**
   * Waits until the component answers.
   *
   * @throws StackException naming the component, its log and the log's last lines, if it ends or
   *     stays silent
   */
  void awaitHealthy(Duration limit, BooleanSupplier abandoned, Callable<Boolean> healthy) {
    boolean up =
        Await.until(
            limit,
            () -> {
              if (abandoned.getAsBoolean()) {
                throw new StackException("The stack is being stopped.");
              }
              if (!process.isAlive()) {
                throw notUp("ended with status " + process.exitValue());
              }
              return healthy.call();
            });
    if (!up) {
      throw notUp("does not answer after " + limit.toSeconds() + " s");
    }
  }

  private StackException notUp(String how) {
    return new StackException(
        "%s did not come up: it %s. Its log is %s and ends with:%n%s"
            .formatted(component.title(), how, log, StateDirectory.tail(log)));
  }

  /** Calls back with the exit status if the process ends without having been told to. */
  void onUnexpectedEnd(IntConsumer callback) {
    var unused =
        process
            .onExit()
            .thenAccept(
                ended -> {
                  if (!ending.get()) {
                    callback.accept(ended.exitValue());
                  }
                });
  }

  /** The process, while it runs. */
  Optional<ProcessHandle> handle() {
    return process.isAlive() ? Optional.of(process.toHandle()) : Optional.empty();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end and kills it after a grace time. */
  void stop() {
    ending.set(true);
    PidFile.end(process.toHandle(), GRACE);
    pidFile.delete();
  }

  /** Kills it at once, as a crash would; what it has started is left alone. */
  void kill() {
    ending.set(true);
    process.destroyForcibly();
    Await.until(GRACE, () -> !process.isAlive());
    pidFile.delete();
  }
}
