package co.anb.showcase.service.trail;

import java.util.List;

/**
 * An entry as it is sealed.
 *
 * @param key its place in the trail
 * @param kept the fields that stay when the account is deleted; a part may be null
 * @param erasable the fields that go then
 * @param erased whether it looks like one whose account was deleted
 */
record TrailEntry(long key, List<String> kept, List<String> erasable, boolean erased) {

  /** Everything, in a form that no two entries share. */
  String whole() {
    return rest() + joined(erasable);
  }

  /** What is left of it when the account is deleted. */
  String rest() {
    return key + " " + joined(kept);
  }

  private static String joined(List<String> fields) {
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      // With its length, so that no field can pass for two.
      text.append(field == null ? "-" : field.length() + ":" + field).append(';');
    }
    return text.toString();
  }
}
