package co.anb.showcase.api.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** Words for people. */
public final class Messages {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  static String text(String key, Locale locale) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "co.anb.showcase.api.problem.messages",
            locale,
            Messages.class.getClassLoader(),
            NO_FALLBACK);
    return words.containsKey(key) ? words.getString(key) : words.getString("problem.unknown");
  }

  /** What pages without scripts say of the whole site, in Spanish. */
  public static String siteDescription() {
    return text("site.description", Language.of(null));
  }

  /**
   * That something was done.
   *
   * @param what the key of its words, without {@code done.}
   * @param accepted the header Accept-Language, or null
   */
  public static String done(String what, String accepted) {
    return text("done." + what, Language.of(accepted));
  }

  /**
   * Why a clip could not be processed.
   *
   * @param code the failure's code
   * @param accepted the header Accept-Language, or null
   */
  public static String failure(String code, String accepted) {
    Locale locale = Language.of(accepted);
    String key = "failure." + code;
    String words = text(key, locale);
    return words.equals(text("problem.unknown", locale)) ? text("failure.unknown", locale) : words;
  }
}
