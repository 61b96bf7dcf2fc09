package co.anb.showcase.api.jury;

import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.service.jury.JuryScoreService;
import co.anb.showcase.service.jury.ScoredClip;
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

/** The jury's scores, as administrators see them. */
@Path("admin/jury/scores")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class JuryScoreResource {

  private static final int DEFAULT_LIMIT = 50;

  @Inject private JuryScoreService scores;

  @Context private UriInfo uri;

  /**
   * The scores of the jury as they stand. Clips with at least one sheet that counts, best first:
   * how many sheets, their plain mean, and the score normalised for strict and lenient jurors.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(JuryScoreView[].class)
  public Response juryScores(
      @QueryParam("limit") String limit, @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Page<ScoredClip> page = scores.ranked(slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(JuryScoreView::of).toList(), page.total(), uri);
  }
}
