package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Signup;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person writes into the sign-up form; all members are required. */
public record SignupRequest(
    @JsonbProperty("first_name") @Schema(name = "first_name") String firstName,
    @JsonbProperty("last_name") @Schema(name = "last_name") String lastName,
    @JsonbProperty("email") @Schema(name = "email") String email,
    @JsonbProperty("password1") @Schema(name = "password1") String password1,
    @JsonbProperty("password2") @Schema(name = "password2") String password2,
    @JsonbProperty("city") @Schema(name = "city") String city,
    @JsonbProperty("country") @Schema(name = "country") String country) {

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
