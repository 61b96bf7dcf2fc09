package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a new password must be. */
final class PasswordRules {

  private static final int MIN = 8;
  // Of those who decide about others.
  private static final int MIN_OF_STAFF = 12;
  // Longer ones only make the hash a way to keep the server busy.
  private static final int MAX = 128;
  // The library needs seconds for long ones, and those are not easy to guess if this much is not.
  private static final int MEASURED = 32;
  // The ten thousand most common ones are among the first ten thousand guesses (ASVS 2.1.7).
  private static final double TOO_FEW_GUESSES = 10_000;
  private static final Zxcvbn STRENGTH = new Zxcvbn();

  /** Words that are common in Colombia; the library knows English words and names only. */
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /**
   * Checks a new password, written twice.
   *
   * @throws ProblemException INVALID_FIELD or PASSWORDS_DIFFER
   */
  static void check(String password1, String password2, Role role, String email) {
    check(new ArrayList<>(), password1, password2, role, email);
  }

  /**
   * The same, together with what else is wrong with a form.
   *
   * @throws ProblemException INVALID_FIELD with all errors, or PASSWORDS_DIFFER
   */
  static void check(
      List<FieldError> errors, String password1, String password2, Role role, String email) {
    if (SignupRules.missing(password1)) {
      errors.add(new FieldError("password1", "field_required"));
    } else {
      fault(password1, role, email)
          .ifPresent(code -> errors.add(new FieldError("password1", code)));
    }
    if (SignupRules.missing(password2)) {
      errors.add(new FieldError("password2", "field_required"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    if (!password1.equals(password2)) {
      throw new ProblemException(ProblemCode.PASSWORDS_DIFFER);
    }
  }

  /** Whether a password is too short for jurors and administrators. */
  static boolean isShort(String password) {
    return password.length() < MIN_OF_STAFF;
  }

  private static Optional<String> fault(String password, Role role, String email) {
    if (password.length() < MIN || password.length() > MAX) {
      return Optional.of("password_length");
    }
    if (role != Role.PLAYER && isShort(password)) {
      return Optional.of("password_length_of_staff");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(lower)) {
      return Optional.of("password_common");
    }
    if (isAddress(lower, email)) {
      return Optional.of("password_is_address");
    }
    String measured = password.substring(0, Math.min(password.length(), MEASURED));
    return STRENGTH.measure(measured).getGuesses() < TOO_FEW_GUESSES
        ? Optional.of("password_guessable")
        : Optional.empty();
  }

  /** The e-mail address, or what stands before its at sign. */
  private static boolean isAddress(String lower, String email) {
    if (email == null) {
      return false;
    }
    String address = email.strip().toLowerCase(Locale.ROOT);
    return lower.equals(address) || (lower + "@").equals(localPart(address));
  }

  private static String localPart(String address) {
    return address.substring(0, address.indexOf('@') + 1);
  }

  private static Set<String> common() {
    try (InputStream words =
        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the common passwords", e);
    }
  }
}
