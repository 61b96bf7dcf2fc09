package co.anb.showcase.api.platform;

import co.anb.showcase.api.problem.Problem;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.OAuthScope;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything below {@code /api}. */
@ApplicationPath("/api")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT", realmName = "anb")
@DeclareRoles({"PLAYER", "JUROR", "ADMIN"})
@OpenAPIDefinition(
    info =
        @Info(
            title = "ANB Rising Stars Showcase",
            version = "1.0.0",
            description =
                "Sign up, upload a clip, vote, see who leads. Errors are problem details of RFC"
                    + " 9457; their code is stable, their message is in the language asked for.",
            contact =
                @Contact(
                    name = "Asociación Nacional de Baloncesto",
                    url = "https://anb.example",
                    email = "soporte@anb.example"),
            license =
                @License(
                    name = "AGPL-3.0-or-later",
                    url = "https://www.gnu.org/licenses/agpl-3.0.html")),
    servers = @Server(url = "/", description = "The server that you ask"),
    tags = {
      @Tag(name = "account", description = "Signing up, signing in, one's own account"),
      @Tag(name = "videos", description = "A player's own clips"),
      @Tag(name = "public", description = "Published clips, votes, the ranking; for everyone"),
      @Tag(
          name = "administration",
          description = "Moderation, jobs, fraud, audit; for administrators"),
      @Tag(name = "jury", description = "What a juror scores; for jurors only"),
      @Tag(name = "operation", description = "Whether the server works")
    },
    components =
        @Components(
            responses = {
              @APIResponse(
                  name = "Invalid",
                  responseCode = "400",
                  description = "Refused; code and detail say why",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Unauthorized",
                  responseCode = "401",
                  description = "No token, or one that is expired or invalid",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Forbidden",
                  responseCode = "403",
                  description = "It belongs to somebody else",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "NotFound",
                  responseCode = "404",
                  description = "There is no such thing; also for a malformed id",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Conflict",
                  responseCode = "409",
                  description = "Not in the state that things are in; code and detail say why",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Locked",
                  responseCode = "423",
                  description = "Another request works on it; ask again in some seconds",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "TooMany",
                  responseCode = "429",
                  description = "Too much at a time; ask again later",
                  headers =
                      @Header(
                          name = "Retry-After",
                          description = "Seconds",
                          schema = @Schema(type = SchemaType.INTEGER)),
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Unexpected",
                  responseCode = "500",
                  description = "Our fault; nothing was changed",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "Unavailable",
                  responseCode = "503",
                  description = "Something that is needed does not answer; ask again later",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class)))
            }))
@SecurityScheme(
    securitySchemeName = AnbApplication.BEARER,
    type = SecuritySchemeType.HTTP,
    description = "A token from /api/auth/login",
    scheme = "bearer",
    bearerFormat = "JWT")
@SecurityScheme(
    securitySchemeName = AnbApplication.PASSWORD,
    type = SecuritySchemeType.OAUTH2,
    description = "E-mail address and password; no client is needed",
    flows =
        @OAuthFlows(
            password =
                @OAuthFlow(
                    tokenUrl = "/api/auth/login",
                    scopes =
                        @OAuthScope(
                            name = "contest",
                            description = "What the account may do; need not be chosen"))))
public class AnbApplication extends Application {

  /** The name of the security scheme in the OpenAPI document. */
  public static final String BEARER = "bearer";

  /** The name of the scheme that fetches a token with a password. */
  public static final String PASSWORD = "password";

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
