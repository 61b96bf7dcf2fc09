package co.anb.showcase.api.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.account.AccountService;
import co.anb.showcase.service.account.Tokens;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing up and signing in. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class AuthResource {

  @Inject private AccountService accounts;
  @Inject private Tokens tokens;

  /** Makes an account. */
  @POST
  @Path("signup")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "signup", summary = "Sign up")
  @APIResponse(
      responseCode = "201",
      description = "The new account",
      content = @Content(schema = @Schema(implementation = SignupAnswer.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response signUp(SignupRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    Account account = accounts.signUp(request.toSignup());
    return Response.status(Response.Status.CREATED).entity(SignupAnswer.of(account)).build();
  }

  /** Signs in with a JSON body. */
  @POST
  @Path("login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "login",
      summary = "Sign in",
      description =
          "Takes JSON, or the form of OAuth 2 (username or email, password). Every failure is the"
              + " same 401.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LoginRequest.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = LoginForm.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "A token for the header Authorization",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response login(LoginRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return token(request.email(), request.password(), "Bearer");
  }

  /** Signs in with the password form of OAuth 2, which consoles use. */
  @POST
  @Path("login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "login",
      summary = "Sign in",
      description =
          "Takes JSON, or the form of OAuth 2 (username or email, password). Every failure is the"
              + " same 401.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LoginRequest.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = LoginForm.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "A token for the header Authorization",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response loginForm(@BeanParam LoginForm form) {
    return token(form.name(), form.password(), "bearer");
  }

  private Response token(String email, String password, String type) {
    Account account = accounts.signIn(email, password);
    return Response.ok(new TokenAnswer(tokens.issue(account), type, Tokens.LIFE.toSeconds()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
