package co.anb.showcase.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many connections, each with a body of which a byte comes now and then; until it is closed. */
final class SlowBodies implements AutoCloseable {

  private static final int PAUSE_SECONDS = 2;
  private static final int CONNECT_MILLIS = 5_000;

  private final List<Socket> sockets = new ArrayList<>();
  private final ScheduledExecutorService drops = Executors.newScheduledThreadPool(1);
  private final AtomicInteger ended = new AtomicInteger();

  /**
   * Opens them.
   *
   * @param base a server on this machine
   * @param token of an account, or null for requests of nobody
   * @throws IOException if the server does not take them
   */
  SlowBodies(URI base, int count, String token) throws IOException {
    for (int i = 0; i < count; i++) {
      var socket = new Socket();
      sockets.add(socket);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()), CONNECT_MILLIS);
      socket.getOutputStream().write(head(i, base, token).getBytes(StandardCharsets.US_ASCII));
    }
    var unused = drops.scheduleWithFixedDelay(this::drop, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  /** By turns each kind of body: JSON, a form with a file, a piece of an upload. */
  private static String head(int number, URI base, String token) {
    String request =
        switch (number % 3) {
          case 0 ->
              "POST /api/uploads/%s/finish HTTP/1.1\r\nContent-Type: application/json"
                  .formatted(UUID.randomUUID());
          case 1 ->
              "POST /api/videos/upload HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b";
          default ->
              "PATCH /api/uploads/%s HTTP/1.1\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                      .formatted(UUID.randomUUID())
                  + "Content-Type: application/offset+octet-stream";
        };
    return request
        + "\r\nHost: "
        + base.getAuthority()
        + (token == null ? "" : "\r\nAuthorization: Bearer " + token)
        + "\r\nContent-Length: 60000\r\n\r\n";
  }

  private void drop() {
    for (Socket socket : sockets) {
      try {
        if (!socket.isClosed()) {
          socket.getOutputStream().write('x');
          socket.getOutputStream().flush();
          if (socket.getInputStream().available() > 0) {
            end(socket);
          }
        }
      } catch (IOException e) {
        end(socket);
      }
    }
  }

  private void end(Socket socket) {
    ended.incrementAndGet();
    close(socket);
  }

  /** How many the server has answered or hung up on. */
  int ended() {
    return ended.get();
  }

  @Override
  public void close() {
    drops.shutdownNow();
    sockets.forEach(SlowBodies::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The server has hung up already.
    }
  }
}
