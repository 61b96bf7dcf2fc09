package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

  private Ports() {}

  /**
   * The port to use for a component.
   *
   * @param requested the wanted port, or 0 for any free one
   * @throws StackException naming component and port if it is taken
   */
  static int resolve(StackComponent component, int requested) {
    if (requested == 0) {
      return free();
    }
    try {
      return bind(requested);
    } catch (IOException e) {
      throw new StackException(
          "Port %d for %s is taken. Stop what uses it, or choose another with %s=<port>."
              .formatted(requested, component.title(), component.portVariable()),
          e);
    }
  }

  static int free() {
    try {
      return bind(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      // Connections of a former run that linger in TIME_WAIT do not count as taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
