package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Signup;

/** What a person writes into the sign-up form; all members are required. */
public record SignupRequest(
    String firstName,
    String lastName,
    String email,
    String password1,
    String password2,
    String city,
    String country) {

  Signup toSignup() {
    return new Signup(firstName, lastName, email, password1, password2, city, country);
  }

  @Override
  public String toString() {
    return "SignupRequest[" + email + "]";
  }
}
