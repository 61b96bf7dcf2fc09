package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.account.AccountDeletionService;
import co.anb.showcase.service.account.AccountService;
import co.anb.showcase.service.account.AuthenticationService;
import co.anb.showcase.service.account.Grant;
import co.anb.showcase.service.account.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing up, in and out. */
@Path("auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class AuthResource {

  static final String BEARER = "Bearer";

  @Inject private AccountService accounts;
  @Inject private AuthenticationService authentication;
  @Inject private AccountDeletionService deletion;
  @Inject private Caller caller;
  @Inject private ClientDevice device;

  /**
   * Sign up.
   *
   * @return The new account
   */
  @POST
  @Path("signup")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = SignupView.class, responseCode = "201")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public Response signup(SignupRequest request) {
    Bodies.required(request);
    Account account = accounts.signUp(request.toSignup(), device.origin());
    return Response.status(Response.Status.CREATED).entity(SignupView.of(account)).build();
  }

  /**
   * Sign in. Takes JSON, or the form of OAuth 2 (username or email, password). Every failure is the
   * same 401, whether there is such an account or not. After the right password of an account with
   * a second factor the refusal is second_factor_required: send all of it again with the code.
   * While many others try the account's password, the answer may be a 429 with the code
   * proof_of_work_required: solve proof_of_work and send the same again, with proof. Devices that
   * keep the cookie of an earlier sign-in, and networks that the account was signed in from, are
   * not asked.
   *
   * @return A token for the header Authorization, and one for the next of its kind
   */
  @POST
  @Path("login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
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
  @APIResponseSchema(TokenView.class)
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public Response login(LoginRequest request) {
    Bodies.required(request);
    return token(request.email(), request.password(), request.code(), request.work(), BEARER);
  }

  /** Sign in by a form; described together with {@link #login}. */
  @POST
  @Path("login")
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response loginForm(@BeanParam LoginForm form) {
    return token(form.name(), form.password(), form.code(), form.proof(), "bearer");
  }

  private Response token(String email, String password, String code, String work, String type) {
    Grant grant = authentication.signIn(email, password, code, work, device.origin());
    return Response.fromResponse(answer(grant, type)).cookie(device.remember(email)).build();
  }

  /**
   * Get the next tokens of my session. The refresh token is spent by this; the answer holds the
   * next one. A token that is sent a second time ends the session, as a thief may have sent it;
   * only within 30 s and from the same network it gets the same answer again, which may be lost. Do
   * not send an expired access token along.
   *
   * @return The next pair of tokens
   */
  @POST
  @Path("refresh")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(TokenView.class)
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public Response refresh(RefreshRequest request) {
    Bodies.required(request);
    return answer(authentication.refresh(request.refreshToken(), device.origin()), BEARER);
  }

  /** Sign out. Ends the token's session; its tokens are void, on every server within 2 s. */
  @POST
  @Path("logout")
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN", Tokens.RESTRICTED})
  @APIResponse(responseCode = "204", description = "Signed out")
  public void logout() {
    authentication.signOut(caller.id(), caller.session().orElse(null), device.origin());
  }

  /** Sign out everywhere. */
  @POST
  @Path("logout-all")
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN", Tokens.RESTRICTED})
  @APIResponse(responseCode = "204", description = "Signed out everywhere")
  public void logoutAll() {
    authentication.signOutEverywhere(caller.id(), device.origin());
  }

  /** The same as DELETE /api/me. */
  @DELETE
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public void deleteMeAlias() {
    deletion.delete(caller.id(), caller.id());
  }

  static Response answer(Grant grant, String type) {
    return Response.ok(TokenView.of(grant, type)).header("Cache-Control", "no-store").build();
  }
}
