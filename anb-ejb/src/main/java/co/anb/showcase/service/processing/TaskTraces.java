package co.anb.showcase.service.processing;

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
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries a trace along with a task, in W3C's form: from the request into the JMS message, from
 * there into Kafka's. Without traces nothing is added.
 */
@ApplicationScoped
public class TaskTraces {

  /** The header of W3C's trace context; a property of the same name in JMS. */
  static final String HEADER = "traceparent";

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  @Inject private Tracer tracer;

  // The server makes spans of requests even then, and tells them to nobody.
  @Inject
  @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true")
  private boolean disabled;

  /**
   * Notes the present trace in a message.
   *
   * @return {@link #words()}; nothing while traces are off
   */
  String note(Message message) {
    if (disabled) {
      return "";
    }
    W3C.inject(Context.current(), message, TaskTraces::set);
    return words();
  }

  private static void set(Message message, String name, String value) {
    try {
      // The other header, tracestate, is for vendors, and nobody here sets it.
      if (message != null && name.equals(HEADER)) {
        message.setStringProperty(name, value);
      }
    } catch (JMSException e) {
      throw new IllegalStateException("Cannot note the trace of a task", e);
    }
  }

  /** Notes the present trace in the headers of a message to Kafka. */
  static void note(Headers headers) {
    W3C.inject(
        Context.current(),
        headers,
        (target, name, value) -> target.add(name, value.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Does something as a part of the trace that a message notes. */
  void handOver(Message message, Runnable action) {
    if (disabled) {
      action.run();
      return;
    }
    Context sender = W3C.extract(Context.root(), message, new Properties());
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
    return span.isValid() ? " trace_id=" + span.getTraceId() : "";
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
