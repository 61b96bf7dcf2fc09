package co.anb.showcase.api.site;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses at which the web application has a page. They are the keys of its {@code
 * routes.json}, which its router reads as well: parts of a path, where {@code :name} stands for any
 * one part.
 */
final class SiteRoutes {

  private static final String LIST = "routes.json";

  private final List<Pattern> pages;

  private SiteRoutes(Set<String> paths) {
    pages = paths.stream().map(SiteRoutes::pattern).toList();
  }

  /**
   * Reads the list that the build put beside this class.
   *
   * @throws IllegalStateException if the list is missing
   */
  static SiteRoutes read() {
    try (InputStream in = SiteRoutes.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("The web application's list of routes is missing");
      }
      try (JsonReader json = Json.createReader(in)) {
        return new SiteRoutes(json.readObject().keySet());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the web application's list of routes", e);
    }
  }

  /**
   * Whether there is a page; like the router, in capital letters and with a slash at the end too.
   */
  boolean contains(String path) {
    return pages.stream().anyMatch(page -> page.matcher(path).matches());
  }

  private static Pattern pattern(String path) {
    String expression =
        Stream.of(path.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> "/" + (part.startsWith(":") ? "[^/]+" : Pattern.quote(part)))
            .collect(Collectors.joining());
    return Pattern.compile(expression + "/*", Pattern.CASE_INSENSITIVE);
  }
}
