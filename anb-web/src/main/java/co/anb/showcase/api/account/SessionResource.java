package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.service.account.SessionService;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the caller is signed in. */
@Path("me/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@Tag(name = "account")
public class SessionResource {

  @Inject private SessionService sessions;
  @Inject private Caller caller;

  /**
   * Where I am signed in, the session that was used last first.
   *
   * @return My sessions
   */
  @GET
  @APIResponseSchema(SessionView[].class)
  public Response mySessions() {
    UUID current = caller.session().orElse(null);
    List<SessionView> views =
        sessions.of(caller.id()).stream().map(each -> SessionView.of(each, current)).toList();
    return Response.ok(views).header("Cache-Control", "no-store").build();
  }

  /** End one of my sessions. Its tokens are void, on every server within 2 s. */
  @DELETE
  @Path("{session_id}")
  @APIResponse(responseCode = "204", description = "Ended")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void endSession(@PathParam("session_id") String id) {
    UUID session = Ids.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    if (!sessions.end(caller.id(), session)) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
