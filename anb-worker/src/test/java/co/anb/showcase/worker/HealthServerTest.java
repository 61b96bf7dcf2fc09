package co.anb.showcase.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthServerTest {

  /** Before, one thread did it all, and waited for the second half for ever. */
  @Test
  void halfARequestKeepsNobodyElseAway() throws Exception {
    int port = freePort();
    try (var server =
            new HealthServer("127.0.0.1", port, () -> true, Map.of(), Map.of(), () -> "");
        var slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(server).isNotNull();
      slow.getOutputStream()
          .write("GET /health/live HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().flush();

      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/live"))
              .timeout(Duration.ofSeconds(8))
              .build();
      for (int i = 0; i < 3; i++) {
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.body()).contains("\"status\":\"UP\"");
      }
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
