package co.anb.showcase.service.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** Codes of 80 random bits for people who have lost the phone. */
final class RecoveryCodes {

  private static final int COUNT = 10;
  private static final int BYTES = 10;
  private static final int LETTERS_TOGETHER = 4;
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /** Ten new ones, in groups of four letters and digits. */
  static List<String> fresh() {
    return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
  }

  private static String one() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    String letters = new Base32().encodeToString(bits).toLowerCase(Locale.ROOT);
    return letters.replaceAll("(.{" + LETTERS_TOGETHER + "})(?!$)", "$1-");
  }

  /** What was typed, in the form that is hashed; empty if it cannot be a recovery code. */
  static Optional<String> read(String typed) {
    String letters = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(letters).matches() ? Optional.of(letters) : Optional.empty();
  }
}
