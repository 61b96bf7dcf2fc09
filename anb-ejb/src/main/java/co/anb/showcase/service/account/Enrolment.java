package co.anb.showcase.service.account;

/**
 * What an authenticator app needs to know.
 *
 * @param secret in Base32, for typing
 * @param uri the same as an address ({@code otpauth:}), for scanning
 */
public record Enrolment(String secret, String uri) {

  @Override
  public String toString() {
    // The default form of a record would put the secret into a log.
    return "Enrolment[]";
  }
}
