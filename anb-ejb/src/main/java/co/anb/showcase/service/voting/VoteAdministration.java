package co.anb.showcase.service.voting;

import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Votes as administrators see them. A voided vote is kept, does not count, and can be restored; the
 * tallies follow by themselves. Every change is an event of the vote and an entry of the audit.
 */
@Stateless
@RolesAllowed("ADMIN")
public class VoteAdministration {

  // More clips than anybody reads; the events have them all.
  private static final int MAX_AUDITED_VIDEOS = 100;

  private static final String HASHES =
      """
      encode(substring(e.network_hash from 1 for 8), 'hex') as network,
      encode(substring(e.address_hash from 1 for 8), 'hex') as address,
      encode(substring(e.agent_hash from 1 for 8), 'hex') as agent
      """;

  private static final String VOTES =
      """
      select w.video_id, v.title, v.owner_id, w.voter_id,
             a.first_name || ' ' || a.last_name as voter_name, a.created_at as voter_since,
             e.at as cast_at, w.voided_at, w.voided_by, w.void_reason,
      """
          + HASHES;

  private static final String EVENTS_FROM =
      """
      from vote_event e
      where (cast(:video as uuid) is null or e.video_id = cast(:video as uuid))
        and (cast(:voter as uuid) is null or e.voter_id = cast(:voter as uuid))
        and (cast(:kind as varchar) is null or e.kind = :kind)
        and e.at >= :from and e.at < :to
      """;

  private static final String EVENTS =
      "select e.id, e.at, e.kind, e.video_id, e.voter_id, e.actor_id, e.reason, "
          + HASHES
          + EVENTS_FROM
          + " order by e.id desc limit :limit offset :offset";

  private static final String CHANGE =
      """
      with chosen as (%1$s),
      changed as (
        update vote t set %2$s
        from chosen c
        where t.video_id = c.video_id and t.voter_id = c.voter_id and t.voided_at %3$s
        returning t.video_id, t.voter_id),
      logged as (
        insert into vote_event (at, kind, video_id, voter_id, actor_id, reason)
        select :now, :kind, video_id, voter_id, :actor, :reason from changed)
      select video_id, count(*) as votes from changed group by video_id order by votes desc, video_id
      """;

  private static final String VOID = "voided_at = :now, voided_by = :actor, void_reason = :reason";

  private static final String RESTORE = "voided_at = null, voided_by = null, void_reason = null";

  private static final String LISTED =
      """
      select * from unnest(cast(:videos as uuid[]), cast(:voters as uuid[])) as k (video_id, voter_id)
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Votes that stand or are voided, those cast last first. */
  public Page<VoteRow> votes(VoteFilter filter, int limit, int offset) {
    VoteSelection selection = new VoteSelection(filter);
    List<?> rows =
        selection
            .bind(
                entities.createNativeQuery(
                    VOTES
                        + selection.sql()
                        + " order by e.at desc, e.id desc limit :limit offset :offset",
                    Tuple.class))
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    Number total =
        (Number)
            selection
                .bind(entities.createNativeQuery("select count(*) " + selection.sql()))
                .getSingleResult();
    return new Page<>(rows.stream().map(row -> vote((Tuple) row)).toList(), total.longValue());
  }

  private static VoteRow vote(Tuple row) {
    return new VoteRow(
        row.get("video_id", UUID.class),
        row.get("title", String.class),
        row.get("owner_id", UUID.class),
        row.get("voter_id", UUID.class),
        row.get("voter_name", String.class),
        row.get("voter_since", Instant.class),
        row.get("cast_at", Instant.class),
        row.get("network", String.class),
        row.get("address", String.class),
        row.get("agent", String.class),
        row.get("voided_at", Instant.class),
        row.get("voided_by", UUID.class),
        row.get("void_reason", String.class));
  }

  /**
   * What happened to votes, latest first.
   *
   * @param videoId or null for all; likewise voter and kind
   */
  public Page<VoteEventRow> events(
      UUID videoId,
      UUID voterId,
      VoteEventKind kind,
      Instant from,
      Instant to,
      int limit,
      int offset) {
    Function<Query, Query> filtered =
        query ->
            query
                .setParameter("video", videoId == null ? null : videoId.toString())
                .setParameter("voter", voterId == null ? null : voterId.toString())
                .setParameter("kind", kind == null ? null : kind.name())
                .setParameter("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .setParameter("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
    List<?> rows =
        filtered
            .apply(entities.createNativeQuery(EVENTS, Tuple.class))
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    Number total =
        (Number)
            filtered
                .apply(entities.createNativeQuery("select count(*) " + EVENTS_FROM))
                .getSingleResult();
    return new Page<>(rows.stream().map(row -> event((Tuple) row)).toList(), total.longValue());
  }

  private static VoteEventRow event(Tuple row) {
    return new VoteEventRow(
        row.get("id", Number.class).longValue(),
        row.get("at", Instant.class),
        VoteEventKind.valueOf(row.get("kind", String.class)),
        row.get("video_id", UUID.class),
        row.get("voter_id", UUID.class),
        row.get("actor_id", UUID.class),
        row.get("reason", String.class),
        row.get("network", String.class),
        row.get("address", String.class),
        row.get("agent", String.class));
  }

  /**
   * Voids these votes; those that are void already or gone are left alone.
   *
   * @throws ProblemException INVALID_FIELD for the reason
   */
  public Voiding voidVotes(List<VoteKey> votes, String reason, UUID administratorId) {
    return change(
        VoteEventKind.VOIDED, LISTED, query -> bind(query, votes), reason, administratorId);
  }

  /**
   * Voids all votes that a filter finds.
   *
   * @throws ProblemException INVALID_FIELD for the reason, or for a filter that names no clip,
   *     player, account, network, address or agent
   */
  public Voiding voidVotes(VoteFilter filter, String reason, UUID administratorId) {
    VoteSelection selection = selective(filter);
    return change(
        VoteEventKind.VOIDED, chosen(selection), selection::bind, reason, administratorId);
  }

  /**
   * Has these votes count again; those that count or are gone are left alone.
   *
   * @throws ProblemException INVALID_FIELD for the reason
   */
  public Voiding restoreVotes(List<VoteKey> votes, String reason, UUID administratorId) {
    return change(
        VoteEventKind.RESTORED, LISTED, query -> bind(query, votes), reason, administratorId);
  }

  /**
   * Has all voided votes that a filter finds count again.
   *
   * @throws ProblemException as for voiding
   */
  public Voiding restoreVotes(VoteFilter filter, String reason, UUID administratorId) {
    VoteSelection selection = selective(filter);
    return change(
        VoteEventKind.RESTORED, chosen(selection), selection::bind, reason, administratorId);
  }

  private static VoteSelection selective(VoteFilter filter) {
    if (!filter.isSelective()) {
      throw ProblemException.fields(List.of(new FieldError("filter", "field_required")));
    }
    return new VoteSelection(filter);
  }

  private static String chosen(VoteSelection selection) {
    return "select w.video_id, w.voter_id " + selection.sql();
  }

  private static Query bind(Query query, List<VoteKey> votes) {
    return query
        .setParameter("videos", array(votes, VoteKey::videoId))
        .setParameter("voters", array(votes, VoteKey::voterId));
  }

  private static String array(List<VoteKey> votes, Function<VoteKey, UUID> member) {
    return votes.stream()
        .map(member)
        .map(UUID::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Voiding change(
      VoteEventKind kind,
      String chosen,
      Function<Query, Query> binding,
      String reason,
      UUID administratorId) {
    String why = Reason.checked(reason);
    boolean voiding = kind == VoteEventKind.VOIDED;
    String sql =
        CHANGE.formatted(chosen, voiding ? VOID : RESTORE, voiding ? "is null" : "is not null");
    List<?> rows =
        binding
            .apply(entities.createNativeQuery(sql, Tuple.class))
            .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .setParameter("kind", kind.name())
            .setParameter("actor", administratorId)
            .setParameter("reason", why)
            .getResultList();
    Map<UUID, Long> byVideo = new LinkedHashMap<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      byVideo.put(row.get("video_id", UUID.class), row.get("votes", Number.class).longValue());
    }
    Voiding done = new Voiding(byVideo.values().stream().mapToLong(Long::longValue).sum(), byVideo);
    if (done.votes() > 0) {
      audit.record(act(voiding ? "vote.void" : "vote.restore", done, administratorId).because(why));
    }
    return done;
  }

  /** The clip is the subject if there is one; else the batch, which has an id of its own. */
  private static AuditEntry act(String action, Voiding done, UUID administratorId) {
    JsonObjectBuilder videos = Json.createObjectBuilder();
    done.byVideo().entrySet().stream()
        .limit(MAX_AUDITED_VIDEOS)
        .forEach(entry -> videos.add(entry.getKey().toString(), entry.getValue()));
    boolean one = done.byVideo().size() == 1;
    return AuditEntry.of(
            administratorId,
            action,
            one ? "video" : "votes",
            one ? done.byVideo().keySet().iterator().next() : UuidCreator.getTimeOrderedEpoch())
        .with(
            Json.createObjectBuilder()
                .add("votes", done.votes())
                .add("clips", done.byVideo().size())
                .add("by_video", videos)
                .build());
  }
}
