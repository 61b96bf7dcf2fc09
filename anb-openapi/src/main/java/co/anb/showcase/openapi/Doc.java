package co.anb.showcase.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * What the Javadoc of a method or a type says, as plain text.
 *
 * @param summary the first sentence, without its full stop
 * @param description the rest; empty if there is none
 * @param params what its {@code @param} tags say, by name
 * @param returns what its {@code @return} tag says; empty if there is none
 */
record Doc(String summary, String description, Map<String, String> params, String returns) {

  static final Doc NONE = new Doc("", "", Map.of(), "");

  Optional<String> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  /** The whole text, if there is any. */
  Optional<String> asText() {
    return summary.isEmpty() ? Optional.empty() : Optional.of(text());
  }

  /** The whole text, as one. */
  String text() {
    if (description.isEmpty()) {
      return summary;
    }
    return summary + ". " + description;
  }
}
