package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Limited;
import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.account.AccountDeletion;
import co.anb.showcase.service.account.AccountService;
import co.anb.showcase.service.account.Authentication;
import co.anb.showcase.service.account.Avatars;
import co.anb.showcase.service.account.DataExport;
import co.anb.showcase.service.account.Origin;
import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "account")
public class MeResource {

  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";

  @Inject private AccountService accounts;
  @Inject private Authentication authentication;
  @Inject private Avatars avatars;
  @Inject private AccountDeletion deletion;
  @Inject private DataExport export;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private Links links;
  @Inject private Clock clock;

  @Context private HttpHeaders headers;

  /** The account of the token. */
  @GET
  @Operation(operationId = "me", summary = "My account")
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
    return AccountView.of(accounts.find(caller.id()), links);
  }

  /** Changes what the person may change. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeMe",
      summary = "Change my profile",
      description = "The e-mail address and the role cannot be changed here; they are ignored.")
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AccountView change(ProfileRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    return AccountView.of(accounts.change(caller.id(), request.toProfile()), links);
  }

  /** Changes the password. */
  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePassword",
      summary = "Change my password",
      description = "Ends all sessions, this one too; the answer holds the tokens of a new one.")
  @APIResponse(
      responseCode = "200",
      description = "Tokens of a new session",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooMany")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response changePassword(PasswordRequest request) {
    if (request == null) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    var origin = new Origin(client.address(), client.agent());
    return AuthResource.answer(
        authentication.changePassword(caller.id(), request.toChange(), origin),
        AuthResource.BEARER);
  }

  /** Takes a picture as the body. */
  @PUT
  @Path("avatar")
  @Limited(Activity.AVATAR)
  @Consumes({JPEG, PNG})
  @Operation(
      operationId = "putAvatar",
      summary = "Change my picture",
      description =
          "JPEG or PNG, at most 2 MiB, 8000 pixels a side and 16 million pixels in all. The square"
              + " in the middle is shown, at 256 by 256 pixels.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = AvatarForm.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooMany")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AccountView putAvatar(InputStream picture) {
    return AccountView.of(avatars.put(caller.id(), picture), links);
  }

  /** Takes a picture as the part of a form. */
  @PUT
  @Path("avatar")
  @Limited(Activity.AVATAR)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "putAvatarForm",
      summary = "Change my picture",
      description =
          "JPEG or PNG, at most 2 MiB, 8000 pixels a side and 16 million pixels in all. The square"
              + " in the middle is shown, at 256 by 256 pixels.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = AvatarForm.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooMany")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public AccountView putAvatarForm(InputStream body) throws IOException {
    UUID id = caller.id();
    Account account =
        AvatarForm.read(headers.getMediaType(), body, picture -> avatars.put(id, picture))
            .orElseGet(() -> avatars.put(id, InputStream.nullInputStream()));
    return AccountView.of(account, links);
  }

  /** Shows no picture any more. */
  @DELETE
  @Path("avatar")
  @Operation(operationId = "deleteAvatar", summary = "Delete my picture")
  @APIResponse(responseCode = "204", description = "There is none any more")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public void deleteAvatar() {
    accounts.removeAvatar(caller.id());
  }

  /** Deletes the account. */
  @DELETE
  @Operation(
      operationId = "deleteMe",
      summary = "Delete my account",
      description =
          "With all clips, published or not, the picture and the sessions. Votes for others stay"
              + " counted, but nobody can tell any more whose they were. There is no way back. The"
              + " last administrator cannot do it.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public void delete() {
    deletion.delete(caller.id(), caller.id());
  }

  /** Everything that is stored about the person. */
  @GET
  @Path("export")
  @Operation(
      operationId = "exportMe",
      summary = "Download all data about me",
      description =
          "Account, clips, votes and what happened to them, score sheets, conflicts of interest,"
              + " sessions, what was done to the account and what the person did.")
  @APIResponse(
      responseCode = "200",
      description = "One JSON document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExportView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response export() {
    ExportView view = ExportView.of(export.collect(caller.id()), clock.instant(), links);
    return Response.ok(view)
        .header("Content-Disposition", "attachment; filename=\"anb-" + caller.id() + ".json\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
