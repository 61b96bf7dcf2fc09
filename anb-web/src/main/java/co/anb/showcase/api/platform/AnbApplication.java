package co.anb.showcase.api.platform;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;

/** Everything below {@code /api}. */
@ApplicationPath("/api")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT", realmName = "anb")
@DeclareRoles({"PLAYER", "JUROR", "ADMIN"})
public class AnbApplication extends Application {

  /**
   * One description of the interface is enough: OpenAPI, not WADL. And a Location that is a path
   * stays one: behind a proxy that speaks TLS, an address made here would name the wrong scheme.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl",
        true,
        "jersey.config.server.headers.location.relative.resolution.disabled",
        true);
  }
}
