package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.account.AccountDeletionService;
import co.anb.showcase.service.account.AccountService;
import co.anb.showcase.service.account.AuthenticationService;
import co.anb.showcase.service.account.AvatarService;
import co.anb.showcase.service.account.DataExportService;
import co.anb.showcase.service.account.Tokens;
import co.anb.showcase.service.limit.Activity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@Tag(name = "account")
public class MeResource {

  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";

  @Inject private AccountService accounts;
  @Inject private AuthenticationService authentication;
  @Inject private AvatarService avatars;
  @Inject private AccountDeletionService deletion;
  @Inject private DataExportService export;
  @Inject private Caller caller;
  @Inject private ClientDevice device;
  @Inject private Links links;
  @Inject private Clock clock;

  @Context private HttpHeaders headers;

  /**
   * My account.
   *
   * @return The account of the token
   */
  @GET
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN", Tokens.RESTRICTED})
  public AccountView me() {
    return view(accounts.find(caller.id()));
  }

  /**
   * Change my profile. The e-mail address and the role cannot be changed here; they are ignored.
   *
   * @return The account as it is now
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public AccountView changeMe(ProfileRequest request) {
    Bodies.required(request);
    return view(accounts.change(caller.id(), request.toProfile()));
  }

  /**
   * Change my password. Ends all sessions, this one too; the answer holds the tokens of a new one.
   *
   * @return Tokens of a new session
   */
  @POST
  @Path("password")
  @RolesAllowed({"PLAYER", "JUROR", "ADMIN", Tokens.RESTRICTED})
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(TokenView.class)
  @APIResponse(responseCode = "429", ref = "TooMany")
  public Response changePassword(PasswordRequest request) {
    Bodies.required(request);
    return AuthResource.answer(
        authentication.changePassword(caller.id(), request.toChange(), device.origin()),
        AuthResource.BEARER);
  }

  /**
   * Change my picture. JPEG or PNG, at most 2 MiB, 8000 pixels a side and 16 million pixels in all.
   * The square in the middle is shown, at 256 by 256 pixels.
   *
   * @return The account as it is now
   */
  @PUT
  @Path("avatar")
  @Limited(Activity.AVATAR)
  @Consumes({JPEG, PNG})
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = AvatarForm.class))
      })
  public AccountView putAvatar(InputStream picture) {
    return view(avatars.put(caller.id(), picture));
  }

  /** Change my picture by a form; described together with {@link #putAvatar}. */
  @PUT
  @Path("avatar")
  @Limited(Activity.AVATAR)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public AccountView putAvatarForm(InputStream body) throws IOException {
    UUID id = caller.id();
    Account account =
        AvatarForm.read(headers.getMediaType(), body, picture -> avatars.put(id, picture))
            .orElseGet(() -> avatars.put(id, InputStream.nullInputStream()));
    return view(account);
  }

  /** Delete my picture. */
  @DELETE
  @Path("avatar")
  @APIResponse(responseCode = "204", description = "There is none any more")
  public void deleteAvatar() {
    accounts.removeAvatar(caller.id());
  }

  /**
   * Delete my account. With all clips, published or not, the picture and the sessions. Votes for
   * others stay counted, but nobody can tell any more whose they were. There is no way back. The
   * last administrator cannot do it.
   */
  @DELETE
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "400", ref = "Invalid")
  public void deleteMe() {
    deletion.delete(caller.id(), caller.id());
  }

  /**
   * Delete my account, with my password again. Pages should call this one: a thief with an unlocked
   * device cannot do it. Otherwise it is the same as DELETE /api/me.
   */
  @POST
  @Path("deletion")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "429", ref = "TooMany")
  public void deleteMeByPassword(OwnPasswordRequest request) {
    Bodies.required(request);
    UUID id = authentication.confirm(caller.id(), request.password(), device.origin()).id();
    deletion.delete(id, id);
  }

  /**
   * Download all data about me. Account, clips, votes and what happened to them, score sheets,
   * conflicts of interest, sessions, what was done to the account and what the person did.
   *
   * @return One JSON document
   */
  @GET
  @Path("export")
  @APIResponseSchema(ExportView.class)
  public Response exportMe() {
    ExportView view = ExportView.of(export.collect(caller.id()), clock.instant(), links);
    return Response.ok(view)
        .header("Content-Disposition", "attachment; filename=\"anb-" + caller.id() + ".json\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private AccountView view(Account account) {
    return AccountView.of(account, caller.isRestricted(), links);
  }
}
