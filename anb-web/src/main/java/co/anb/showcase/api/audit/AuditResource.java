package co.anb.showcase.api.audit;

import co.anb.showcase.api.platform.AnbApplication;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.audit.AuditQuery;
import co.anb.showcase.service.audit.AuditRow;
import co.anb.showcase.service.audit.AuditSearch;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to the contest. */
@Path("admin/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@SecurityRequirement(name = AnbApplication.BEARER)
@Tag(name = "administration")
public class AuditResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private AuditSearch trail;

  @Context private UriInfo uri;

  /** The trail. */
  @GET
  @Operation(
      operationId = "audit",
      summary = "Who did what to the contest, latest first",
      description =
          "Entries are only ever added. action takes the beginning of one: video. finds"
              + " video.reject and video.take_down.")
  @APIResponse(
      responseCode = "200",
      description = "Totals are in X-Total-Count and Link",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuditView.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "500", ref = "Unexpected")
  public Response find(
      @QueryParam("actor_id") String actorId,
      @QueryParam("action") String action,
      @QueryParam("subject_type") String subjectType,
      @QueryParam("subject_id") String subjectId,
      @Parameter(schema = @Schema(format = "date-time")) @QueryParam("from") String from,
      @Parameter(schema = @Schema(format = "date-time")) @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<AuditRow> page =
        trail.find(
            new AuditQuery(
                Query.id(actorId),
                Query.text(action),
                Query.text(subjectType),
                Query.text(subjectId),
                Query.instant(from, null),
                Query.instant(to, null),
                slice.limit(),
                slice.offset()));
    return slice.answer(page.rows().stream().map(AuditView::of).toList(), page.total(), uri);
  }
}
