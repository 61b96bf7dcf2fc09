package co.anb.showcase.service.moderation;

import co.anb.showcase.domain.video.Video;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.platform.Reason;
import co.anb.showcase.service.platform.Search;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What administrators decide about clips. Every decision is audited. */
@Stateless
@RolesAllowed("ADMIN")
public class ModerationService {

  private static final String STATE =
      """
      case when v.withheld_at is not null then 'WITHHELD'
           when v.withdrawn_at is not null then 'WITHDRAWN'
           when v.published_at is not null then 'PUBLISHED'
           when v.status = 'PROCESSED' then 'PENDING'
           when v.status = 'FAILED' then 'FAILED'
           else 'WAITING' end
      """;

  private static final String FROM =
      """
      from video v join account a on a.id = v.owner_id
      where (cast(:state as varchar) is null or %s = :state)
        and (cast(:city as varchar) is null or a.city_key = :city)
        and (cast(:text as varchar) is null
             or lower(v.title) like :text escape '!'
             or lower(a.first_name || ' ' || a.last_name) like :text escape '!'
             or lower(a.email) like :text escape '!')
      """
          .formatted(STATE);

  // The tally and what it does not hold yet: together the votes that count, without counting them.
  private static final String ROWS =
      """
      select v.id, v.title, %s as state, v.status, a.id as owner_id,
             a.first_name || ' ' || a.last_name as owner_name, a.email, a.city, v.uploaded_at,
             v.processed_at, v.published_at, v.withheld_at, v.withheld_by,
             v.withheld_reason, v.failure_code, v.duration_ms,
             coalesce((select t.votes from video_tally t where t.video_id = v.id), 0)
               + coalesce((select sum(d.delta) from vote_delta d where d.video_id = v.id), 0)
               as votes
      """
              .formatted(STATE)
          + FROM
          + "order by v.uploaded_at %s, v.id %s limit :limit offset :offset";

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private ContestCalendar calendar;

  /** Clips of everybody: those that wait for a decision oldest first, others newest first. */
  public Page<ModeratedVideo> list(ModerationQuery wanted) {
    String direction = wanted.state() == ModerationState.PENDING ? "asc" : "desc";
    List<?> rows =
        filtered(
                entities.createNativeQuery(ROWS.formatted(direction, direction), Tuple.class),
                wanted)
            .setParameter("limit", wanted.limit())
            .setParameter("offset", wanted.offset())
            .getResultList();
    Number total =
        (Number)
            filtered(entities.createNativeQuery("select count(*) " + FROM), wanted)
                .getSingleResult();
    return new Page<>(rows.stream().map(row -> video((Tuple) row)).toList(), total.longValue());
  }

  private static Query filtered(Query query, ModerationQuery wanted) {
    return query
        .setParameter("state", wanted.state() == null ? null : wanted.state().name())
        .setParameter("city", wanted.cityKey())
        .setParameter("text", Search.pattern(wanted.text()));
  }

  private static ModeratedVideo video(Tuple row) {
    return new ModeratedVideo(
        row.get("id", UUID.class),
        row.get("title", String.class),
        ModerationState.valueOf(row.get("state", String.class)),
        row.get("status", String.class),
        row.get("owner_id", UUID.class),
        row.get("owner_name", String.class),
        row.get("email", String.class),
        row.get("city", String.class),
        row.get("uploaded_at", Instant.class),
        row.get("processed_at", Instant.class),
        row.get("published_at", Instant.class),
        row.get("withheld_at", Instant.class),
        row.get("withheld_by", UUID.class),
        row.get("withheld_reason", String.class),
        row.get("failure_code", String.class),
        row.get("duration_ms", Integer.class),
        row.get("votes", Number.class).longValue());
  }

  /**
   * Makes a processed clip public, whatever the contest's mode is. Doing it again changes nothing.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, NOT_PROCESSED, PHASE_CLOSED, or WRONG_STATE for one
   *     that is withheld or was withdrawn
   */
  public void approve(UUID videoId, UUID administratorId) {
    Video video = locked(videoId);
    if (video.isWithheld() || video.isWithdrawn()) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
    if (video.status() != VideoStatus.PROCESSED) {
      throw new ProblemException(ProblemCode.NOT_PROCESSED);
    }
    if (!video.isPublished()) {
      calendar.requirePublicationOpen();
      video.publish(clock.instant());
      audit.record(act(administratorId, "video.approve", video));
    }
  }

  /**
   * Keeps a clip that is not public from becoming so.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, INVALID_FIELD for the reason, or WRONG_STATE for one
   *     that is public or withheld, or was withdrawn
   */
  public void reject(UUID videoId, UUID administratorId, String reason) {
    String why = Reason.checked(reason);
    Video video = locked(videoId);
    if (video.isPublished() || video.isWithheld() || video.isWithdrawn()) {
      throw new ProblemException(ProblemCode.WRONG_STATE);
    }
    video.withhold(administratorId, why, clock.instant());
    audit.record(act(administratorId, "video.reject", video).because(why));
  }

  /**
   * Takes a public clip away from the public. Its votes stay and count again when it is restored.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, INVALID_FIELD for the reason, or WRONG_STATE for one
   *     that is not public
   */
  public void takeDown(UUID videoId, UUID administratorId, String reason) {
    String why = Reason.checked(reason);
    Video video = locked(videoId);
    Instant published =
        video.publishedAt().orElseThrow(() -> new ProblemException(ProblemCode.WRONG_STATE));
    video.withhold(administratorId, why, clock.instant());
    audit.record(
        act(administratorId, "video.take_down", video)
            .because(why)
            .with(detail(video).add("published_at", published.toString()).build()));
  }

  /**
   * Takes a rejection or a take-down back: a processed clip is public again. Also after the voting,
   * so that a mistake can be mended, but not once the result is fixed.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, PHASE_CLOSED, or WRONG_STATE for one that is not
   *     withheld
   */
  public void restore(UUID videoId, UUID administratorId) {
    Video video = locked(videoId);
    String was =
        video.withheldReason().orElseThrow(() -> new ProblemException(ProblemCode.WRONG_STATE));
    calendar.requireResultOpen();
    video.restore(clock.instant());
    audit.record(
        act(administratorId, "video.restore", video)
            .with(detail(video).add("withheld_reason", was).build()));
  }

  private Video locked(UUID videoId) {
    Video video = entities.find(Video.class, videoId, LockModeType.PESSIMISTIC_WRITE);
    if (video == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    return video;
  }

  private static AuditEntry act(UUID administratorId, String action, Video video) {
    return AuditEntry.of(administratorId, action, "video", video.id()).with(detail(video).build());
  }

  private static JsonObjectBuilder detail(Video video) {
    return Json.createObjectBuilder().add("owner_id", video.owner().id().toString());
  }
}
