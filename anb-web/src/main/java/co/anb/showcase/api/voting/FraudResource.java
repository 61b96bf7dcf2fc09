package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Bodies;
import co.anb.showcase.api.platform.Caller;
import co.anb.showcase.api.platform.Client;
import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.api.problem.Messages;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.voting.FraudKind;
import co.anb.showcase.service.voting.FraudReportService;
import co.anb.showcase.service.voting.FraudSettings;
import co.anb.showcase.service.voting.FraudThreshold;
import co.anb.showcase.service.voting.VoteAdministration;
import co.anb.showcase.service.voting.VoteEventKind;
import co.anb.showcase.service.voting.VoteEventRow;
import co.anb.showcase.service.voting.VoteKey;
import co.anb.showcase.service.voting.VoteRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Votes that look like fraud, the votes behind them, and voiding. */
@Path("admin")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@Tag(name = "administration")
public class FraudResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(1);
  private static final Duration MAX_WINDOW = Duration.ofDays(31);

  @Inject private FraudReportService report;
  @Inject private FraudSettings settings;
  @Inject private VoteAdministration votes;
  @Inject private Caller caller;
  @Inject private Client client;

  @Inject private Clock clock;

  @Context private UriInfo uri;

  /**
   * Votes that look like fraud, the most suspicious first. Looks at votes cast from from until
   * before to; by default the last 24 hours, at most 31 days. A flag accuses nobody: look at its
   * votes_url and decide.
   *
   * @param kind Only this kind
   * @param limit Most flags of a kind
   * @return The flags and the thresholds that made them
   */
  @GET
  @Path("fraud")
  public FraudView fraudReport(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @Parameter(
              schema =
                  @Schema(
                      enumeration = {
                        "network_burst",
                        "network_hour",
                        "network_day",
                        "network_share",
                        "signup_sequence",
                        "single_votes",
                        "mail_domain",
                        "young_accounts",
                        "account_rate",
                        "address_rate",
                        "same_device"
                      }))
          @QueryParam("kind")
          String kind,
      @QueryParam("limit") String limit) {
    Instant end = Query.instant(to, clock.instant());
    Instant start = Query.instant(from, end.minus(DEFAULT_WINDOW));
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(MAX_WINDOW) > 0) {
      throw Query.invalid(null);
    }
    FraudKind only = Query.oneOf(FraudKind.class, kind, null);
    Set<FraudKind> kinds = only == null ? EnumSet.allOf(FraudKind.class) : EnumSet.of(only);
    List<FraudThreshold> thresholds = kinds.stream().map(settings::threshold).toList();
    int most = Query.number(limit, DEFAULT_LIMIT, 1, Slice.MAX_LIMIT);
    return FraudView.of(
        start,
        end,
        settings.youngAccountMinutes(),
        thresholds,
        report.flags(kinds, start, end, most));
  }

  /**
   * Votes, cast last first, the voided ones included. Every parameter narrows the list. network,
   * address and agent are the first eight bytes of keyed hashes, in hex, as the fraud report shows
   * them.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("votes")
  @APIResponseSchema(CastVoteView[].class)
  public Response votes(
      @QueryParam("video_id") String videoId,
      @QueryParam("player_id") String playerId,
      @QueryParam("voter_id") String voterId,
      @QueryParam("network") String network,
      @QueryParam("address") String address,
      @QueryParam("agent") String agent,
      @QueryParam("account_age_minutes") String accountAgeMinutes,
      @QueryParam("signup_network") String signupNetwork,
      @QueryParam("mail_domain") String mailDomain,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Integer age =
        accountAgeMinutes == null ? null : Query.number(accountAgeMinutes, 0, 1, Integer.MAX_VALUE);
    VoteFilterParameters filter =
        new VoteFilterParameters(
            videoId,
            playerId,
            voterId,
            network,
            address,
            agent,
            age,
            signupNetwork,
            mailDomain,
            from,
            to);
    Page<VoteRow> page = votes.votes(filter.toFilter(), slice.limit(), slice.offset());
    return slice.answer(page.rows().stream().map(CastVoteView::of).toList(), page.total(), uri);
  }

  /**
   * What happened to votes, latest first. The trail is only ever added to; by default of the last
   * 31 days.
   *
   * @return Totals are in X-Total-Count and Link
   */
  @GET
  @Path("votes/events")
  @APIResponseSchema(VoteEventView[].class)
  public Response voteEvents(
      @QueryParam("video_id") String videoId,
      @QueryParam("voter_id") String voterId,
      @Parameter(schema = @Schema(enumeration = {"cast", "taken_back", "voided", "restored"}))
          @QueryParam("kind")
          String kind,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset) {
    Slice slice = Slice.of(limit, offset, DEFAULT_LIMIT);
    Instant end = Query.instant(to, clock.instant().plusSeconds(1));
    Page<VoteEventRow> page =
        votes.events(
            Query.id(videoId),
            Query.id(voterId),
            Query.oneOf(VoteEventKind.class, kind, null),
            Query.instant(from, end.minus(MAX_WINDOW)),
            end,
            slice.limit(),
            slice.offset());
    return slice.answer(page.rows().stream().map(VoteEventView::of).toList(), page.total(), uri);
  }

  /**
   * Have votes no longer count. Either votes or filter. A voided vote is kept, can be restored, and
   * neither taken back nor cast again by its account.
   *
   * @return How many votes of which clips were voided; those void already are left out
   */
  @POST
  @Path("votes/void")
  @Consumes(MediaType.APPLICATION_JSON)
  public VoidingView voidVotes(VoidingRequest request) {
    List<VoteKey> keys = keys(request);
    return VoidingView.of(
        Messages.done("votes_voided", client.language()),
        keys.isEmpty()
            ? votes.voidVotes(request.filter().toFilter(), request.reason(), caller.id())
            : votes.voidVotes(keys, request.reason(), caller.id()));
  }

  /**
   * Have voided votes count again. Either votes or filter, as for voiding.
   *
   * @return How many votes of which clips count again
   */
  @POST
  @Path("votes/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public VoidingView restoreVotes(VoidingRequest request) {
    List<VoteKey> keys = keys(request);
    return VoidingView.of(
        Messages.done("votes_restored", client.language()),
        keys.isEmpty()
            ? votes.restoreVotes(request.filter().toFilter(), request.reason(), caller.id())
            : votes.restoreVotes(keys, request.reason(), caller.id()));
  }

  private static List<VoteKey> keys(VoidingRequest request) {
    Bodies.required(request);
    return request.keys();
  }
}
