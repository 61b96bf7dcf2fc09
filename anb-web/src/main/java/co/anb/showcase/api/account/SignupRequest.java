package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Signup;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** What a person writes into the sign-up form; all members are required. */
public record SignupRequest(
    @JsonbProperty("first_name") String firstName,
    @JsonbProperty("last_name") String lastName,
    @JsonbProperty("email") String email,
    @JsonbProperty("password1") String password1,
    @JsonbProperty("password2") String password2,
    @JsonbProperty("city") String city,
    @JsonbProperty("country") String country) {

  // JSON-B reads a record only when told to, and takes a creator's names only from annotations.
  @JsonbCreator
  public SignupRequest {}

  Signup toSignup() {
    return new Signup(firstName, lastName, email, password1, password2, city, country);
  }

  @Override
  public String toString() {
    return "SignupRequest[" + email + "]";
  }
}
