package co.anb.showcase.api.site;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Open Graph tags of a page, for programs that do not run scripts, such as those that show a
 * preview of a link. Texts of users are escaped here and nowhere else.
 */
final class OpenGraph {

  private final Map<String, String> properties = new LinkedHashMap<>();
  private String title = "";

  /** The page of a link that says nothing more. */
  static OpenGraph of(String title, String description, String address) {
    OpenGraph page = new OpenGraph();
    page.title = title;
    page.with("og:site_name", "ANB Rising Stars Showcase")
        .with("og:type", "website")
        .with("og:title", title)
        .with("og:description", description)
        .with("og:url", address);
    return page;
  }

  /** Has another title. */
  OpenGraph retitled(String newTitle) {
    title = newTitle;
    return with("og:title", newTitle);
  }

  /** Adds or replaces a property; nothing if the value is null. */
  OpenGraph with(String property, String value) {
    if (value != null) {
      properties.put(property, value);
    }
    return this;
  }

  /** The title and the properties as elements of an HTML head. */
  String toHtml() {
    StringBuilder html = new StringBuilder();
    html.append("<title>").append(escaped(title)).append("</title>\n");
    String description = properties.get("og:description");
    if (description != null) {
      html.append("    <meta name=\"description\" content=\"")
          .append(escaped(description))
          .append("\" />\n");
    }
    properties.forEach(
        (property, value) ->
            html.append("    <meta property=\"")
                .append(property)
                .append("\" content=\"")
                .append(escaped(value))
                .append("\" />\n"));
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
