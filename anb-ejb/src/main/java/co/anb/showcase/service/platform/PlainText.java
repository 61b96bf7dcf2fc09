package co.anb.showcase.service.platform;

import java.text.Normalizer;
import java.util.Optional;

/** Short texts of one line that others see: titles, names, cities. */
public final class PlainText {

  private PlainText() {}

  /**
   * The form in which a text is kept: normalised to NFC, without space around.
   *
   * @param text as sent; may be null
   */
  public static String normalised(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /**
   * What is wrong with a text.
   *
   * @param text as {@link #normalised} gave it
   * @param most characters, each counted once however it is encoded
   * @return {@code field_required}, {@code field_too_long}, {@code field_malformed} (it holds
   *     characters that control lines or directions, or that nobody sees) or {@code
   *     field_no_letters} (it holds no visible letter or digit); empty if it is fine
   */
  public static Optional<String> fault(String text, int most) {
    if (text.isEmpty()) {
      return Optional.of("field_required");
    }
    if (text.codePointCount(0, text.length()) > most) {
      return Optional.of("field_too_long");
    }
    if (text.codePoints().anyMatch(PlainText::isForbidden)) {
      return Optional.of("field_malformed");
    }
    return text.codePoints().anyMatch(PlainText::isVisible)
        ? Optional.empty()
        : Optional.of("field_no_letters");
  }

  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      // Joiners are part of emoji and of some scripts, and tags of flags.
      case Character.FORMAT ->
          character != 0x200C && character != 0x200D && (character & ~0x7F) != 0xE0000;
      default -> false;
    };
  }

  /** Fillers of Hangul count as letters, and are blank. */
  private static boolean isVisible(int character) {
    return Character.isLetterOrDigit(character)
        && character != 0x115F
        && character != 0x1160
        && character != 0x3164
        && character != 0xFFA0;
  }
}
