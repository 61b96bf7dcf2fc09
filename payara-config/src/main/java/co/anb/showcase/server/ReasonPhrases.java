package co.anb.showcase.server;

import java.lang.reflect.Method;
import java.util.Map;

/**
 * Reason phrases of the statuses that the application answers with and that Grizzly does not know:
 * it would write {@code CUSTOM} for them, and a servlet has no call to set another one.
 */
final class ReasonPhrases {

  // RFC 6585 and RFC 4918
  private static final Map<Integer, String> MISSING =
      Map.of(423, "Locked", 429, "Too Many Requests", 507, "Insufficient Storage");

  private ReasonPhrases() {}

  /**
   * Tells Grizzly the missing phrases. Its call for that is private.
   *
   * @throws IllegalStateException if this version of Grizzly keeps its statuses otherwise
   */
  static void register() {
    try {
      Method register =
          Class.forName("org.glassfish.grizzly.http.util.HttpStatus")
              .getDeclaredMethod("register", int.class, String.class);
      register.setAccessible(true);
      for (Map.Entry<Integer, String> each : MISSING.entrySet()) {
        register.invoke(null, each.getKey(), each.getValue());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Grizzly does not take reason phrases", e);
    }
  }
}
