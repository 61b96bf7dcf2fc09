package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.FormerJuror;
import co.anb.showcase.service.jury.FormerJurorAdministration;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators do with the sheets of jurors who have left. */
@Path("admin/jury/former-jurors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class FormerJurorResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private FormerJurorAdministration former;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /**
   * Jurors who left, with submitted sheets. Their accounts were deleted or have another role. Their
   * submitted sheets count, and the rubric cannot be changed. The latest submission comes first.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(FormerJurorView[].class)
  public Response formerJurors(
      @QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<FormerJuror> page = former.list(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(FormerJurorView::of).toList(), page.total(), uri);
  }

  /**
   * Void all sheets of a juror who left. They are gone for good, with their assignments; the audit
   * trail keeps scores and reason. Refused (juror_present) while the account is still a juror.
   *
   * @param jurorId The former juror
   * @return How many there were
   */
  @POST
  @Path("{juror_id}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  public VoidedSheetsView voidJurySheets(
      @PathParam("juror_id") String jurorId, JuryReasonRequest request) {
    UUID id = Ids.any(jurorId);
    return new VoidedSheetsView(former.voidAll(caller.id(), id, Bodies.required(request).reason()));
  }
}
