package co.anb.showcase.domain.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares city names without regard to accents, case and spacing. */
public final class CityKey {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private CityKey() {}

  /** " BOGOTÁ, D. C." becomes "bogota d c"; equal keys mean the same city. */
  public static String of(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
