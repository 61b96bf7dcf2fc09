package co.anb.showcase.service.account;

/** What a person writes to change the password; any member may be null. */
public record PasswordChange(String currentPassword, String password1, String password2) {

  @Override
  public String toString() {
    // The default form of a record would put the passwords into a log.
    return "PasswordChange[]";
  }
}
