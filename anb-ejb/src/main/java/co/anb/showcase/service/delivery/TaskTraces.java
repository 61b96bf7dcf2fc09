package co.anb.showcase.service.delivery;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries a trace along with a task, in W3C's form: from the request into the JMS message, from
 * there into Kafka's. Without traces nothing is added. A job keeps its place in the trace, for what
 * is sent again.
 */
@ApplicationScoped
public class TaskTraces {

  /** The header of W3C's trace context; a property of the same name in JMS. */
  static final String HEADER = "traceparent";

  // 00-<32 digits of the trace>-<16 of the span>-<flags>
  private static final int ID_START = 3;
  private static final int ID_END = 35;

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  @Inject private Tracer tracer;

  // The server makes spans of requests even then, and exports none of them.
  @Inject
  @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true")
  private boolean disabled;

  /** The present place in a trace, in W3C's form; empty while traces are off. */
  public Optional<String> present() {
    if (disabled) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    // The other header, tracestate, is for vendors; this product does not set it.
    W3C.inject(Context.current(), headers, Map::put);
    return Optional.ofNullable(headers.get(HEADER));
  }

  /** Notes a place in a trace, in W3C's form, in a message. */
  static void note(Message message, Optional<String> trace) throws JMSException {
    if (trace.isPresent()) {
      message.setStringProperty(HEADER, trace.get());
    }
  }

  /** Notes the present trace in the headers of a message to Kafka. */
  static void note(Headers headers) {
    W3C.inject(
        Context.current(),
        headers,
        (target, name, value) -> target.add(name, value.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * Does something as a part of the trace that a message notes. While traces are off here, that of
   * a server where they are on is handed on.
   */
  void handOver(Message message, Runnable action) {
    Context sender = W3C.extract(Context.root(), message, new Properties());
    if (disabled) {
      sender.wrap(action).run();
      return;
    }
    Span span =
        tracer
            .spanBuilder("video_tasks send")
            .setSpanKind(SpanKind.PRODUCER)
            .setParent(sender)
            .startSpan();
    try {
      sender.with(span).wrap(action).run();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR, e.toString());
      throw e;
    } finally {
      span.end();
    }
  }

  /** For the end of a line in the log: the present trace, or nothing. */
  static String words() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? words(span.getTraceId()) : "";
  }

  /** The same of a place in a trace, in W3C's form. */
  static String words(Optional<String> trace) {
    return trace.map(place -> words(place.substring(ID_START, ID_END))).orElse("");
  }

  private static String words(String traceId) {
    return " trace_id=" + traceId;
  }

  private static final class Properties implements TextMapGetter<Message> {

    @Override
    public Iterable<String> keys(Message message) {
      return List.of(HEADER);
    }

    @Override
    public String get(Message message, String name) {
      try {
        return name.equals(HEADER) ? message.getStringProperty(name) : null;
      } catch (JMSException e) {
        // The task matters more than its trace.
        return null;
      }
    }
  }
}
