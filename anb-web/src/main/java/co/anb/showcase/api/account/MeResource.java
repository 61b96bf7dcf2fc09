package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.service.account.AccountService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class MeResource {

  @Inject private AccountService accounts;
  @Inject private Caller caller;

  /** The account of the token. */
  @GET
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
  @Operation(operationId = "me", summary = "My account")
  @SecurityRequirement(name = AnbApplication.BEARER)
  @APIResponse(
      responseCode = "200",
      description = "The account of the token",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AccountView me() {
    return AccountView.of(accounts.find(caller.id()));
  }
}
