package co.anb.showcase.service.account;

import co.anb.showcase.service.platform.PlainText;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what people say about themselves before it touches the database. */
final class SignupRules {

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int MAX_EMAIL = 254;
  private static final int MAX_NAME = 80;
  private static final int MAX_CITY = 120;
  private static final int MIN_PASSWORD = 8;
  // Of those who decide about others.
  private static final int MIN_PASSWORD_OF_STAFF = 12;
  // Longer ones only make the hash a way to keep the server busy.
  private static final int MAX_PASSWORD = 128;
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "password1",
          "password123",
          "passw0rd",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyui",
          "qwerty123",
          "qwertyuiop",
          "11111111",
          "00000000",
          "iloveyou",
          "abcd1234",
          "abc12345",
          "contraseña",
          "contrasena",
          "colombia",
          "colombia1",
          "baloncesto",
          "basketball",
          "football",
          "sunshine",
          "princess",
          "superman",
          "1q2w3e4r",
          "87654321",
          "asdfghjk",
          "admin123",
          "welcome1",
          "letmein1",
          "millonarios",
          "nacional",
          "bogota123");

  private SignupRules() {}

  static void check(Signup signup) {
    List<FieldError> errors = new ArrayList<>();
    about(errors, signup.firstName(), signup.lastName(), signup.city(), signup.country());
    if (missing(signup.email())) {
      errors.add(new FieldError("email", "field_required"));
    } else if (signup.email().strip().length() > MAX_EMAIL
        || !EMAIL.matcher(signup.email().strip()).matches()) {
      errors.add(new FieldError("email", "email_malformed"));
    }
    passwords(errors, signup.password1(), signup.password2());
  }

  static void check(Profile profile) {
    List<FieldError> errors = new ArrayList<>();
    about(errors, profile.firstName(), profile.lastName(), profile.city(), profile.country());
    refuseIfAny(errors);
  }

  /** Checks a new password, written twice. */
  static void checkPasswords(String password1, String password2) {
    passwords(new ArrayList<>(), password1, password2);
  }

  /** Whether a password is too short for jurors and administrators. */
  static boolean isShort(String password) {
    return password.length() < MIN_PASSWORD_OF_STAFF;
  }

  private static void about(
      List<FieldError> errors, String firstName, String lastName, String city, String country) {
    text(errors, "first_name", firstName, MAX_NAME);
    text(errors, "last_name", lastName, MAX_NAME);
    text(errors, "city", city, MAX_CITY);
    text(errors, "country", country, MAX_NAME);
  }

  private static void passwords(List<FieldError> errors, String password1, String password2) {
    password(errors, password1);
    if (missing(password2)) {
      errors.add(new FieldError("password2", "field_required"));
    }
    refuseIfAny(errors);
    if (!password1.equals(password2)) {
      throw new ProblemException(ProblemCode.PASSWORDS_DIFFER);
    }
  }

  private static void refuseIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static void password(List<FieldError> errors, String password) {
    if (missing(password)) {
      errors.add(new FieldError("password1", "field_required"));
    } else if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
      errors.add(new FieldError("password1", "password_length"));
    } else if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
      errors.add(new FieldError("password1", "password_common"));
    }
  }

  private static void text(List<FieldError> errors, String field, String value, int most) {
    PlainText.fault(PlainText.normalised(value), most)
        .ifPresent(code -> errors.add(new FieldError(field, code)));
  }

  private static boolean missing(String value) {
    return value == null || value.isBlank();
  }
}
