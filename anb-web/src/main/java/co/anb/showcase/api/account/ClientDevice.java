package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Client;
import co.anb.showcase.service.account.DeviceCookies;
import co.anb.showcase.service.account.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The device that a request comes from, and the cookie by which it is known again. */
@RequestScoped
public class ClientDevice {

  private static final String COOKIE = "anb_device";

  @Inject private HttpServletRequest request;
  @Inject private Client client;
  @Inject private DeviceCookies devices;

  @Inject
  @ConfigProperty(name = "anb.public-url")
  private Optional<String> publicUrl;

  /** Where the request comes from. */
  public Origin origin() {
    return new Origin(client.address(), client.agent(), sent());
  }

  /** The cookie for a device that has just signed this account in; no script can read it. */
  NewCookie remember(String email) {
    return new NewCookie.Builder(COOKIE)
        .value(devices.issue(email))
        .path("/api/auth")
        .maxAge((int) DeviceCookies.LIFE.toSeconds())
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(request.isSecure() || publicUrl.filter(url -> url.startsWith("https:")).isPresent())
        .build();
  }

  private String sent() {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("");
  }
}
