package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.JurorAdministration;
import co.anb.showcase.service.jury.JurorRow;
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

/** Jurors, as administrators see them. */
@Path("admin/jury/jurors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JurorResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private JurorAdministration jurors;

  @Context private UriInfo uri;

  /**
   * The jurors with their progress. Accounts with the role of a juror, by name, with counts of
   * their clips, and mean and deviation of the totals they submitted.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(JurorView[].class)
  public Response jurors(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<JurorRow> page = jurors.jurors(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JurorView::of).toList(), page.total(), uri);
  }
}
