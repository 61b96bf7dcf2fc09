package co.anb.showcase.api.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Examples of members by their names, which mean the same in all bodies; see the bundle. */
final class OpenApiExamples {

  private static final Properties WORDS = read();

  private OpenApiExamples() {}

  /** The example of a member, in the type that its schema tells; empty if there is none. */
  static Optional<Object> of(String name, Schema member) {
    SchemaType type = member.getType();
    if (type == null) {
      return Optional.empty();
    }
    String word = WORDS.getProperty(name);
    return switch (type) {
      case STRING -> Optional.ofNullable(word != null ? word : byFormat(member.getFormat()));
      case INTEGER -> Optional.of(word == null ? 1 : Long.parseLong(word));
      case NUMBER -> Optional.of(word == null ? BigDecimal.ONE : new BigDecimal(word));
      case BOOLEAN -> Optional.of(word == null || Boolean.parseBoolean(word));
      default -> Optional.empty();
    };
  }

  private static String byFormat(String format) {
    if (format == null) {
      return null;
    }
    return switch (format) {
      case "uuid" -> "01a1f3c2-7b4e-7d11-8c55-0c9a3e5b7f10";
      case "date-time" -> "2026-05-14T15:09:26.535Z";
      case "date" -> "2026-05-14";
      default -> null;
    };
  }

  private static Properties read() {
    var words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            OpenApiExamples.class.getResourceAsStream("examples.properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
