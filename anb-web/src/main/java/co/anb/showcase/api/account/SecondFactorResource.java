package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.service.account.AuthenticationService;
import co.anb.showcase.service.account.SecondFactorService;
import co.anb.showcase.service.account.Tokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor of the caller's own account: one-time codes of an authenticator app. */
@Path("me/second-factor")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN", Tokens.RESTRICTED})
@Tag(name = "account")
public class SecondFactorResource {

  @Inject private SecondFactorService factors;
  @Inject private AuthenticationService authentication;
  @Inject private Caller caller;
  @Inject private ClientDevice device;

  /**
   * My second factor.
   *
   * @return Whether there is one, and whether there must be
   */
  @GET
  public SecondFactorView secondFactor() {
    return SecondFactorView.of(factors.state(caller.id()));
  }

  /**
   * Begin with a second factor. Takes my password. It counts once it is confirmed with a code; a
   * secret that was begun before is void.
   *
   * @return The secret for the authenticator app
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(EnrolmentView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public Response beginSecondFactor(OwnPasswordRequest request) {
    UUID id = confirmed(request);
    return secret(EnrolmentView.of(factors.begin(id)));
  }

  /**
   * Confirm my second factor with a code of the app. From now on every sign-in asks for one. The
   * other sessions end; the access tokens of this one are void: refresh it.
   *
   * @return The recovery codes
   */
  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(RecoveryCodesView.class)
  @APIResponse(responseCode = "400", ref = "Invalid")
  public Response confirmSecondFactor(CodeRequest request) {
    Bodies.required(request);
    UUID session = caller.session().orElse(null);
    return secret(new RecoveryCodesView(factors.confirm(caller.id(), session, request.code())));
  }

  /** Remove my second factor. Takes my password. Access tokens are void: refresh the session. */
  @POST
  @Path("remove")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "There is none any more")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public void removeSecondFactor(OwnPasswordRequest request) {
    factors.remove(confirmed(request));
  }

  private UUID confirmed(OwnPasswordRequest request) {
    Bodies.required(request);
    return authentication.confirm(caller.id(), request.password(), device.origin()).id();
  }

  private static Response secret(Object answer) {
    return Response.ok(answer).header("Cache-Control", "no-store").build();
  }
}
