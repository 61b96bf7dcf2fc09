package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguousPathFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics;x",
        "/metrics%3bx",
        "/metrics%3Bx",
        "/api/auth;x/login",
        "/api/me;x/avatar",
        "//metrics",
        "/./metrics",
        "/a/../metrics",
        "/a/..",
        "/%2fmetrics",
        "/%2Fmetrics",
        "/%2e/metrics",
        "/a\\b",
        "/a%5cb",
        "/a%00",
      })
  void isRefused(String path) {
    assertThat(AmbiguousPathFilter.isCrooked(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/videos/01a20eee-2a4d-755e-a04e-0235880033b9/",
        "/assets/index-1.2.3.js",
        "/.well-known/security.txt",
        "/-/problem",
        "/jugador/Bogot%C3%A1",
        "/a..b/...c",
      })
  void passes(String path) {
    assertThat(AmbiguousPathFilter.isCrooked(path)).isFalse();
  }
}
