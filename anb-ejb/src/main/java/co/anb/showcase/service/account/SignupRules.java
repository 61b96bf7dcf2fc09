package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.platform.PlainText;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what people say about themselves before it touches the database. */
final class SignupRules {

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int MAX_EMAIL = 254;
  private static final int MAX_NAME = 80;
  private static final int MAX_CITY = 120;

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
    PasswordRules.check(
        errors, signup.password1(), signup.password2(), Role.PLAYER, signup.email());
  }

  static void check(Profile profile) {
    List<FieldError> errors = new ArrayList<>();
    about(errors, profile.firstName(), profile.lastName(), profile.city(), profile.country());
    refuseIfAny(errors);
  }

  private static void about(
      List<FieldError> errors, String firstName, String lastName, String city, String country) {
    text(errors, "first_name", firstName, MAX_NAME);
    text(errors, "last_name", lastName, MAX_NAME);
    text(errors, "city", city, MAX_CITY);
    text(errors, "country", country, MAX_NAME);
  }

  private static void refuseIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static void text(List<FieldError> errors, String field, String value, int most) {
    PlainText.fault(PlainText.normalised(value), most)
        .ifPresent(code -> errors.add(new FieldError(field, code)));
  }

  static boolean missing(String value) {
    return value == null || value.isBlank();
  }
}
