package co.anb.showcase.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A bridge with network namespaces on it, as a switch with hosts. Needs root. */
final class TestNetwork implements AutoCloseable {

  static final int SHARED_GROUP = 7400;

  private static final int FIRST_HOST = 10;

  private final String mark = "anb%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16));
  private final String net = "10.77." + ThreadLocalRandom.current().nextInt(1, 255) + ".";
  private final Path root;
  private final Map<String, TestHost> hosts = new LinkedHashMap<>();

  TestNetwork(Path root) throws IOException {
    this.root = root;
    // The services are other users.
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Shell.run("ip", "link", "add", mark, "type", "bridge");
    Shell.run("ip", "address", "add", net + "1/24", "dev", mark);
    Shell.run("ip", "link", "set", mark, "up");
  }

  /** Adds a host. */
  TestHost host(String name) throws IOException {
    String address = net + (FIRST_HOST + hosts.size());
    String inside = mark + "-" + hosts.size();
    TestHost host = new TestHost(this, name, address, Files.createDirectory(root.resolve(name)));
    hosts.put(name, host);
    String namespace = namespace(name);
    Shell.run("ip", "netns", "add", namespace);
    Shell.run("ip", "link", "add", port(name), "type", "veth", "peer", "name", inside);
    Shell.run("ip", "link", "set", inside, "netns", namespace, "name", "eth0");
    Shell.run("ip", "link", "set", port(name), "master", mark, "up");
    Shell.run("ip", "-n", namespace, "address", "add", address + "/24", "dev", "eth0");
    Shell.run("ip", "-n", namespace, "link", "set", "eth0", "up");
    Shell.run("ip", "-n", namespace, "link", "set", "lo", "up");
    return host;
  }

  Collection<TestHost> hosts() {
    return hosts.values();
  }

  String namespace(String host) {
    return mark + "-" + host;
  }

  /** The switch's side of a host's cable. */
  String port(String host) {
    return mark + "p" + List.copyOf(hosts.keySet()).indexOf(host);
  }

  /** The address from which the test itself comes. */
  String here() {
    return net + "1";
  }

  @Override
  public void close() {
    hosts.values().forEach(TestHost::stopAll);
    for (String host : hosts.keySet()) {
      Shell.run("ip", "netns", "delete", namespace(host));
    }
    Shell.run("ip", "link", "delete", mark);
  }
}
