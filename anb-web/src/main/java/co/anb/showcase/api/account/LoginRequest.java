package co.anb.showcase.api.account;

/** E-mail address and password. */
public record LoginRequest(String email, String password) {

  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
