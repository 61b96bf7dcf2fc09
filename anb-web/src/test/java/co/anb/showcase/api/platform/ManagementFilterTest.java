package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/", "/metrics/base"})
  void metricsAreOnTheirOwnPortOnly(String path) {
    assertThat(ManagementFilter.isServed(path, true, true)).isTrue();
    assertThat(ManagementFilter.isServed(path, false, true)).isFalse();
    assertThat(ManagementFilter.isServed(path, false, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready", "/health/live"})
  void healthIsOnThePublicPortOnlyIfItIsSet(String path) {
    assertThat(ManagementFilter.isServed(path, true, false)).isTrue();
    assertThat(ManagementFilter.isServed(path, false, true)).isTrue();
    assertThat(ManagementFilter.isServed(path, false, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/health", "/api/auth/login", "/openapi", "/healthy", "/metricsx"})
  void nothingElseIsOnThatPort(String path) {
    assertThat(ManagementFilter.isServed(path, true, true)).isFalse();
    assertThat(ManagementFilter.isServed(path, false, false)).isTrue();
  }

  @Test
  void theContractsOwnHealthStays() {
    assertThat(ManagementFilter.isServed("/api/health", false, false)).isTrue();
  }
}
