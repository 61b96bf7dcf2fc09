package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void zeroTakesAnyFreePort() {
    assertThat(Ports.resolve(StackComponent.KAFKA, 0)).isPositive();
  }

  @Test
  void aFreePortIsTakenAsWanted() {
    int free = Ports.free();
    assertThat(Ports.resolve(StackComponent.SERVER, free)).isEqualTo(free);
  }

  @Test
  void aTakenPortIsNamedWithItsPiece() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.resolve(StackComponent.KAFKA, taken.getLocalPort()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Kafka")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("ANB_KAFKA_PORT");
    }
  }

  @Test
  void theEnvironmentMovesAPort() {
    assertThat(UpCommand.port(Map.of("ANB_HTTP_PORT", "9000"), "ANB_HTTP_PORT", 8080))
        .isEqualTo(9000);
    assertThat(UpCommand.port(Map.of(), "ANB_HTTP_PORT", 8080)).isEqualTo(8080);
    assertThatThrownBy(() -> UpCommand.port(Map.of("ANB_HTTP_PORT", "x"), "ANB_HTTP_PORT", 8080))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("ANB_HTTP_PORT");
  }
}
