package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.FormerJuror;
import co.anb.showcase.service.jury.FormerJurors;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators do with the sheets of jurors who have left. */
@Path("admin/jury/former-jurors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "administration")
public class FormerJurorResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private FormerJurors former;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /** Who left sheets behind. */
  @GET
  @Operation(
      operationId = "formerJurors",
      summary = "Jurors who left, with submitted sheets",
      description =
          "Whose account was deleted or has another role. Their submitted sheets count, "
              + "and keep the rubric from being changed. Who submitted last comes first.")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "1 to 100, by default 50",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "From 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = FormerJurorRow.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response list(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<FormerJuror> page = former.list(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(FormerJurorRow::of).toList(), page.total(), uri);
  }

  /** Voids all that a former juror has submitted. */
  @POST
  @Path("{juror_id}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "voidJurySheets",
      summary = "Void all sheets of a juror who left",
      description =
          "They are gone for good, with their assignments; the audit trail keeps scores and "
              + "reason. Refused (juror_present) for somebody who is still a juror.")
  @Parameter(
      name = "juror_id",
      in = ParameterIn.PATH,
      required = true,
      description = "The former juror",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @APIResponse(
      responseCode = "200",
      description = "How many there were",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VoidedSheetsView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public VoidedSheetsView voidAll(
      @PathParam("juror_id") String jurorId, JuryReasonRequest request) {
    UUID id = Ids.any(jurorId);
    return new VoidedSheetsView(
        former.voidAll(caller.id(), id, JuryResource.sent(request).reason()));
  }
}
