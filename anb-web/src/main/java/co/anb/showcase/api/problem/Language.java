package co.anb.showcase.api.problem;

import java.util.List;
import java.util.Locale;

/** The language to answer in: Spanish unless the client prefers English. */
final class Language {

  static final Locale SPANISH = Locale.forLanguageTag("es");

  private static final List<Locale> KNOWN = List.of(SPANISH, Locale.ENGLISH);

  private Language() {}

  /**
   * @param accepted the header Accept-Language; may be null or nonsense
   */
  static Locale of(String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return SPANISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), KNOWN);
      return best == null ? SPANISH : best;
    } catch (IllegalArgumentException e) {
      return SPANISH;
    }
  }
}
