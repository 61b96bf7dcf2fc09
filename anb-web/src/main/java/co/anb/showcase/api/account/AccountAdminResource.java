package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.account.AccountAdministration;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts, for administrators. */
@Path("admin/accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class AccountAdminResource {

  @Inject private AccountAdministration administration;
  @Inject private Caller caller;
  @Inject private Links links;

  @Context private UriInfo uri;

  /**
   * Accounts, the newest first.
   *
   * @param q Part of the e-mail address or the name
   * @param role player, juror or admin
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @APIResponseSchema(ManagedAccountView[].class)
  public Response accounts(
      @QueryParam("q") String q,
      @QueryParam("role") String role,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, Slice.MAX_LIMIT);
    Page<Account> page =
        administration.list(Query.text(q), role(role), slice.limit(), slice.offset());
    List<ManagedAccountView> rows =
        page.rows().stream().map(account -> ManagedAccountView.of(account, links)).toList();
    return slice.answer(rows, page.total(), uri);
  }

  /**
   * One account, with how much it has.
   *
   * @return The account
   */
  @GET
  @Path("{id}")
  public AccountActivityView account(@PathParam("id") String id) {
    return AccountActivityView.of(administration.find(Ids.account(id)), links);
  }

  /**
   * Give an account another role. The account's access tokens are void; it refreshes its session
   * and has the new role. Not for one's own account.
   *
   * @return The account as it is now
   */
  @PUT
  @Path("{id}/role")
  @Consumes(MediaType.APPLICATION_JSON)
  public ManagedAccountView assignRole(@PathParam("id") String id, RoleRequest request) {
    Bodies.required(request);
    return ManagedAccountView.of(
        administration.assign(Ids.account(id), request.role(), request.reason(), caller.id()),
        links);
  }

  /**
   * Disable an account. Ends its sessions; it cannot sign in until it is enabled. The reason is
   * required. Not for one's own account.
   *
   * @return The account as it is now
   */
  @POST
  @Path("{id}/disable")
  @Consumes(MediaType.APPLICATION_JSON)
  public ManagedAccountView disableAccount(@PathParam("id") String id, ReasonRequest request) {
    return ManagedAccountView.of(
        administration.disable(Ids.account(id), ReasonRequest.of(request), caller.id()), links);
  }

  /**
   * Enable a disabled account. A JSON body with a reason may be sent.
   *
   * @return The account as it is now
   */
  @POST
  @Path("{id}/enable")
  public ManagedAccountView enableAccount(@PathParam("id") String id, ReasonRequest request) {
    return ManagedAccountView.of(
        administration.enable(Ids.account(id), ReasonRequest.of(request), caller.id()), links);
  }

  /**
   * Forget an account's second factor. For a person who has lost the phone and the recovery codes:
   * ends the account's sessions; the next sign-in asks for no code. The reason is required. Not for
   * one's own account.
   *
   * @return The account as it is now
   */
  @POST
  @Path("{id}/second-factor/reset")
  @Consumes(MediaType.APPLICATION_JSON)
  public ManagedAccountView resetSecondFactor(@PathParam("id") String id, ReasonRequest request) {
    return ManagedAccountView.of(
        administration.resetSecondFactor(Ids.account(id), ReasonRequest.of(request), caller.id()),
        links);
  }

  private static Role role(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return Arrays.stream(Role.values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Query.invalid(null));
  }
}
