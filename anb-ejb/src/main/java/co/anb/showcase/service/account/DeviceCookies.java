package co.anb.showcase.service.account;

import co.anb.showcase.service.platform.KeyedHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Device cookies, after OWASP's "Slow Down Online Guessing Attacks with Device Cookies". One says
 * nothing but that this device has signed this account in before: it opens no session. The value is
 * {@code time.nonce.signature}: seconds since 1970, 16 random bytes and an HMAC over both and the
 * e-mail address, which therefore cannot be read from it.
 */
@ApplicationScoped
public class DeviceCookies {

  /** How long a cookie is good. */
  public static final Duration LIFE = Duration.ofDays(365);

  private static final String PURPOSE = "device-cookie";
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([\\w-]{22})\\.([\\w-]{43})");
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private KeyedHashes hashes;
  private Clock clock;

  /** For the container's proxy. */
  protected DeviceCookies() {}

  /** With the server's secret. */
  @Inject
  public DeviceCookies(KeyedHashes hashes, Clock clock) {
    this.hashes = hashes;
    this.clock = clock;
  }

  /** A new cookie for a device that has just signed the account in. */
  public String issue(String email) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String content =
        clock.instant().getEpochSecond()
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    return content + "." + hashes.text(PURPOSE, signed(content, email));
  }

  /** The device's id if the cookie is good and was issued for this account; empty otherwise. */
  Optional<String> device(String cookie, String email) {
    Matcher form = FORM.matcher(cookie);
    if (!form.matches()) {
      return Optional.empty();
    }
    String content = form.group(1) + "." + form.group(2);
    Instant issued = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
    return hashes.isText(form.group(3), PURPOSE, signed(content, email))
            && clock.instant().isBefore(issued.plus(LIFE))
        ? Optional.of(form.group(2))
        : Optional.empty();
  }

  private static String signed(String content, String email) {
    return content + "\0" + email.strip().toLowerCase(Locale.ROOT);
  }
}
