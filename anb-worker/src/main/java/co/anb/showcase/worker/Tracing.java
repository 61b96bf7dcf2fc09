package co.anb.showcase.worker;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where traces go. Off unless {@code OTEL_SDK_DISABLED} is {@code false}, as in the web server;
 * then OpenTelemetry's own settings apply.
 */
final class Tracing implements AutoCloseable {

  private static final String NAME = "anb-worker";

  private final Optional<OpenTelemetrySdk> sdk;

  private Tracing(Optional<OpenTelemetrySdk> sdk) {
    this.sdk = sdk;
  }

  static Tracing start(Config config) {
    // A disabled SDK would still create spans.
    boolean off = config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(true);
    return new Tracing(off ? Optional.empty() : Optional.of(sdk()));
  }

  private static OpenTelemetrySdk sdk() {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.service.name", NAME,
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    // Metrics are served at /metrics, the log goes to standard error.
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none"))
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk();
  }

  Tracer tracer() {
    return sdk.map(each -> each.getTracer(NAME)).orElseGet(() -> TracerProvider.noop().get(NAME));
  }

  /** Sends what has not been sent yet. */
  @Override
  public void close() {
    sdk.ifPresent(OpenTelemetrySdk::close);
  }
}
