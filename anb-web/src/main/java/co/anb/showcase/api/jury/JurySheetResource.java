package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.service.jury.FormerJurorAdministration;
import co.anb.showcase.service.jury.SheetAdministration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators do with submitted sheets. */
@Path("admin/jury/sheets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JurySheetResource {

  @Inject private SheetAdministration sheets;
  @Inject private FormerJurorAdministration former;
  @Inject private Caller caller;

  /**
   * Reopen a submitted sheet. The sheet becomes a draft and does not count until it is submitted
   * again. The juror sees the reason. Refused (juror_left) if the juror is no longer one: nobody
   * could submit it again.
   *
   * @param assignmentId The assignment
   * @return The assignment and the sheet
   */
  @POST
  @Path("{assignment_id}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  public JuryAssignmentDetailView reopenJurySheet(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    return JuryAssignmentDetailView.of(
        sheets.reopen(caller.id(), id, Bodies.required(request).reason()));
  }

  /**
   * Void a submitted sheet of a juror who left. It is gone for good, with its assignment; the audit
   * trail keeps scores and reason. Refused (juror_present) for a juror who can correct it: reopen
   * it instead.
   *
   * @param assignmentId The assignment
   */
  @POST
  @Path("{assignment_id}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "It is gone")
  public void voidJurySheet(
      @PathParam("assignment_id") String assignmentId, JuryReasonRequest request) {
    UUID id = Ids.any(assignmentId);
    former.voidSheet(caller.id(), id, Bodies.required(request).reason());
  }
}
