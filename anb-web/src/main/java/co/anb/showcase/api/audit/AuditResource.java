package co.anb.showcase.api.audit;

import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.audit.AuditQuery;
import co.anb.showcase.service.audit.AuditRow;
import co.anb.showcase.service.audit.AuditSearchService;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to the contest. */
@Path("admin/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class AuditResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private AuditSearchService trail;

  @Context private UriInfo uri;

  /**
   * Who did what to the contest, latest first. Entries are only ever added. action takes the
   * beginning of one: video. finds video.reject and video.take_down.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(AuditView[].class)
  public Response audit(
      @QueryParam("actor_id") String actorId,
      @QueryParam("action") String action,
      @QueryParam("subject_type") String subjectType,
      @QueryParam("subject_id") String subjectId,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
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
