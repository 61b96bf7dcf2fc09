package co.anb.showcase.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A host with an address and files of its own: a network namespace and a folder. Its services run
 * as they do under systemd, with the same users and without rights; the test is their systemd.
 */
final class TestHost {

  private static final Duration END = Duration.ofSeconds(70);

  private final TestNetwork network;
  private final String name;
  private final String address;
  private final Path root;
  private final Map<String, Process> services = new LinkedHashMap<>();

  TestHost(TestNetwork network, String name, String address, Path root) {
    this.network = network;
    this.name = name;
    this.address = address;
    this.root = root;
  }

  String name() {
    return name;
  }

  String address() {
    return address;
  }

  Path root() {
    return root;
  }

  Path log(String service) {
    return root.resolve(service + ".log");
  }

  /** What to put before a command, so that it runs here as root. */
  List<String> prefix() {
    return List.of("ip", "netns", "exec", network.namespace(name));
  }

  /** The same for a user that has nothing but its number and the shared group. */
  List<String> prefix(int user) {
    List<String> prefix = new ArrayList<>(prefix());
    prefix.addAll(
        List.of(
            "setpriv",
            "--reuid=" + user,
            "--regid=" + user,
            "--groups=" + TestNetwork.SHARED_GROUP,
            "--no-new-privs",
            "--bounding-set=-all",
            "--inh-caps=-all",
            "--",
            "bash",
            "-c",
            "umask 0007; exec \"$@\"",
            "--"));
    return List.copyOf(prefix);
  }

  /** Starts a service, whose output goes to its log. */
  void start(String service, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(service).toFile()));
    builder.directory(root.toFile());
    try {
      services.put(service, builder.start());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Process service(String service) {
    return services.get(service);
  }

  /** Ends a service and its children at once, as the loss of the host would. */
  void kill(String service) {
    Process process = services.remove(service);
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    await().atMost(END).until(() -> !process.isAlive());
  }

  /**
   * Asks a service to end, as systemd does, and waits for it.
   *
   * @return its status
   */
  int stop(String service) {
    Process process = services.remove(service);
    process.destroy();
    await().atMost(END).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** Asks all services to end, newest first, and ends them if they do not. */
  void stopAll() {
    List<Process> running = new ArrayList<>(services.values());
    services.clear();
    for (int i = running.size() - 1; i >= 0; i--) {
      Process process = running.get(i);
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      try {
        await().atMost(END).until(() -> !process.isAlive());
      } finally {
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** Pulls the plug of the network. */
  void cut() {
    Shell.run("ip", "link", "set", network.port(name), "down");
  }

  /** Puts it back. */
  void join() {
    Shell.run("ip", "link", "set", network.port(name), "up");
  }

  /** The last lines of all logs, for messages. */
  static String tails(Collection<TestHost> hosts) throws IOException {
    StringBuilder text = new StringBuilder();
    for (TestHost host : hosts) {
      try (var files = Files.list(host.root())) {
        for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
          List<String> lines = Files.readAllLines(log);
          text.append("== ").append(log).append('\n');
          lines
              .subList(Math.max(0, lines.size() - 15), lines.size())
              .forEach(line -> text.append(line).append('\n'));
        }
      }
    }
    return text.toString();
  }
}
