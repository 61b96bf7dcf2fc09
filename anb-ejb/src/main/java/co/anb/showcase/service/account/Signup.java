package co.anb.showcase.service.account;

/** What a person writes into the sign-up form; any member may be null. */
public record Signup(
    String firstName,
    String lastName,
    String email,
    String password1,
    String password2,
    String city,
    String country) {

  @Override
  public String toString() {
    // The default form of a record would put the passwords into a log.
    return "Signup[" + email + "]";
  }
}
