package co.anb.showcase.service.platform;

import java.util.Locale;

/** Looks for a text as people write it. */
public final class Search {

  private Search() {}

  /**
   * The pattern for {@code lower(…) like … escape '!'} that finds the text anywhere.
   *
   * @param text or null
   * @return null for null
   */
  public static String pattern(String text) {
    if (text == null) {
      return null;
    }
    String literal =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_");
    return "%" + literal + "%";
  }
}
