package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.ConflictAdministration;
import co.anb.showcase.service.jury.ConflictRow;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conflicts of interest, as administrators keep them. */
@Path("admin/jury/conflicts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JuryConflictResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private ConflictAdministration conflicts;
  @Inject private Caller caller;

  @Context private UriInfo uri;

  /**
   * Conflicts of interest. Declared by jurors and administrators, newest first. That nobody judges
   * the own clip, or by setting the own city, is not listed.
   *
   * @param juror Only of this juror
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(JuryConflictView[].class)
  public Response juryConflicts(
      @QueryParam("juror") String juror,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ConflictRow> page = conflicts.list(Query.id(juror), slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryConflictView::of).toList(), page.total(), uri);
  }

  /**
   * Declare a conflict of interest. Submitted sheets of this pair no longer count, and it is never
   * assigned. One that stands already stays as it is.
   *
   * @return The conflict as it stands
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JuryConflictView addJuryConflict(JuryConflictRequest request) {
    JuryConflictRequest wanted = Bodies.required(request);
    return JuryConflictView.of(
        conflicts.declare(
            caller.id(),
            Ids.find(wanted.jurorId()).orElse(null),
            Ids.find(wanted.playerId()).orElse(null),
            wanted.reason()));
  }

  /**
   * Remove a conflict of interest. For one declared by mistake: what was submitted counts again.
   *
   * @param conflictId The conflict
   */
  @DELETE
  @Path("{conflict_id}")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void removeJuryConflict(@PathParam("conflict_id") String conflictId) {
    conflicts.remove(caller.id(), Ids.any(conflictId));
  }
}
