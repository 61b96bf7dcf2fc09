package co.anb.showcase.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Examples of members by their names, which mean the same in all bodies; see the bundle. */
final class Examples {

  private static final Properties WORDS = read();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Examples() {}

  /** The example of a member, in the type that its schema tells; empty if there is none. */
  static Optional<Object> of(String name, Schema member) {
    SchemaType type = member.getType();
    if (type == null) {
      return Optional.empty();
    }
    String word = WORDS.getProperty(name);
    return switch (type) {
      case STRING -> Optional.ofNullable(text(word, member));
      case INTEGER -> Optional.of(number(name).longValue());
      case NUMBER -> Optional.of(number(name));
      case BOOLEAN -> Optional.of(word == null || Boolean.parseBoolean(word));
      default -> Optional.empty();
    };
  }

  private static Object text(String word, Schema member) {
    List<Object> allowed = member.getEnumeration();
    if (allowed != null && !allowed.isEmpty()) {
      return allowed.contains(word) ? word : allowed.get(0);
    }
    return word != null ? word : byFormat(member.getFormat());
  }

  /** A name may stand for a text here and for a number there. */
  private static BigDecimal number(String name) {
    String word = WORDS.getProperty(name + ".number", WORDS.getProperty(name, "1"));
    return NUMBER.matcher(word).matches() ? new BigDecimal(word) : BigDecimal.ONE;
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
            Examples.class.getResourceAsStream("examples.properties"), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
