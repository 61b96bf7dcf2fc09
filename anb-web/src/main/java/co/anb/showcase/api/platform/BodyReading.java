package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A body that cannot be read is the client's fault, not ours. */
@Provider
public class BodyReading implements ReaderInterceptor {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      if (context.getMediaType().getSubtype().endsWith("json")) {
        byte[] json = context.getInputStream().readAllBytes();
        checkJson(json, context.getGenericType());
        context.setInputStream(new ByteArrayInputStream(json));
      }
      return context.proceed();
    } catch (ProcessingException | JsonException | JsonbException | ClassCastException e) {
      var refusal = new ProblemException(ProblemCode.INVALID_REQUEST);
      // The mapper prefers a refusal from further below, such as "too large".
      refusal.initCause(e);
      throw e.getCause() instanceof ProblemException inner ? inner : refusal;
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        // The client went silent in the middle of its body.
        throw (ProblemException) new ProblemException(ProblemCode.INVALID_REQUEST).initCause(e);
      }
      throw e;
    }
  }

  /**
   * Reads the text to its end. The binding skips members that it does not know, and the parser's
   * way of skipping never ends where the text breaks off.
   *
   * @param type what the text will be bound to
   * @throws JsonException if it is no JSON, breaks off or is nested too deeply; not for blank text
   * @throws ProblemException INVALID_FIELD if the type has numbers where the text has none
   */
  static void checkJson(byte[] json, Type type) {
    if (new String(json, StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    var numbers = new NumberCheck(type);
    try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(json))) {
      while (parser.hasNext()) {
        numbers.accept(parser.next(), parser);
      }
    } catch (RuntimeException e) {
      // The parser has no type of its own for what is nested too deeply.
      throw new JsonException("Not readable", e);
    }
    numbers.refuseOthers();
  }
}
