package co.anb.showcase.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client and the server, counts what the client sends, and breaks all connections
 * whenever it has counted so much.
 */
final class CuttingProxy implements AutoCloseable {

  private final URI target;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Deque<Long> cuts;

  private long sent;
  private int done;

  private record Connection(Socket client, Socket server) {

    /** As if the client were out of reach: nothing under way arrives, what has arrived stays. */
    void cut() throws IOException {
      if (!client.isClosed()) {
        client.setSoLinger(true, 0);
        close();
      }
    }

    void close() throws IOException {
      client.close();
      server.close();
    }
  }

  /**
   * @param cuts numbers of bytes, ascending
   */
  CuttingProxy(URI target, Long... cuts) throws IOException {
    this.target = target;
    this.cuts = new ArrayDeque<>(List.of(cuts));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Bytes that clients have sent, headers and all. */
  synchronized long sent() {
    return sent;
  }

  /** How often connections were broken. */
  synchronized int done() {
    return done;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(target.getHost(), target.getPort());
        open.add(new Connection(client, server));
        threads.execute(() -> pump(client, server, true));
        threads.execute(() -> pump(server, client, false));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void pump(Socket from, Socket to, boolean counted) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 14];
      for (int count; (count = in.read(buffer)) >= 0; ) {
        if (counted && isCut(count)) {
          for (Connection connection : open) {
            connection.cut();
          }
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // One side is gone, and so is the other.
    }
  }

  private synchronized boolean isCut(int count) {
    sent += count;
    if (cuts.isEmpty() || sent < cuts.peekFirst()) {
      return false;
    }
    cuts.removeFirst();
    done++;
    return true;
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Connection connection : open) {
      connection.close();
    }
    threads.shutdownNow();
  }
}
