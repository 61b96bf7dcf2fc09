package co.anb.showcase.api.security;

import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.security.SecurityEventKind;
import co.anb.showcase.service.security.SecurityEventQuery;
import co.anb.showcase.service.security.SecurityEventRow;
import co.anb.showcase.service.security.SecurityEventSearchService;
import co.anb.showcase.service.security.SecurityOutcome;
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

/** What happened at the doors. */
@Path("admin/security-events")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class SecurityEventResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private SecurityEventSearchService events;

  @Context private UriInfo uri;

  /**
   * Sign-ins, refusals, ended sessions and changes of roles, latest first. They are deleted after a
   * time that the operator sets.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(SecurityEventView[].class)
  public Response securityEvents(
      @QueryParam("account_id") String accountId,
      @QueryParam("kind") String kind,
      @QueryParam("outcome") String outcome,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<SecurityEventRow> page =
        events.find(
            new SecurityEventQuery(
                Query.id(accountId),
                Query.oneOf(SecurityEventKind.class, kind, null),
                Query.oneOf(SecurityOutcome.class, outcome, null),
                Query.instant(from, null),
                Query.instant(to, null),
                slice.limit(),
                slice.offset()));
    return slice.answer(
        page.rows().stream().map(SecurityEventView::of).toList(), page.total(), uri);
  }
}
