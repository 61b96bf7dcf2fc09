package co.anb.showcase.api.platform;

import co.anb.showcase.service.limit.Activity;
import co.anb.showcase.service.limit.Limits;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Counts calls of limited endpoints, once it is clear who calls and before a body is read. */
@Provider
// It is bound to all of them: which activity stands here makes no difference.
@Limited(Activity.VOTE)
@Priority(Priorities.USER)
public class LimitFilter implements ContainerRequestFilter {

  @Context private ResourceInfo endpoint;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private Limits limits;

  @Override
  public void filter(ContainerRequestContext request) {
    Activity activity = endpoint.getResourceMethod().getAnnotation(Limited.class).value();
    limits.act(activity, caller.id(), client.address());
  }
}
