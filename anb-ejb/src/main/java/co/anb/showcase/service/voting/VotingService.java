package co.anb.showcase.service.voting;

import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.video.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Published clips and votes for them. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class VotingService {

  private static final UUID NOBODY = new UUID(0, 0);

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private ContestCalendar calendar;

  @Inject
  @ConfigProperty(name = "anb.contest.self-vote", defaultValue = "true")
  private boolean selfVote;

  /** Published clips. */
  @PermitAll
  public Page<PublicVideo> gallery(GalleryQuery wanted) {
    String where = " where v.publishedAt is not null";
    if (wanted.cityKey() != null) {
      where += " and o.cityKey = :city";
    }
    if (wanted.text() != null) {
      where +=
          " and (lower(v.title) like :text escape '!'"
              + " or lower(concat(o.firstName, ' ', o.lastName)) like :text escape '!')";
    }
    if (wanted.playerId() != null) {
      where += " and o.id = :player";
    }
    String order =
        wanted.byVotes()
            ? " order by (select count(w) from Vote w where w.id.videoId = v.id) desc,"
                + " v.publishedAt, v.id"
            : " order by v.publishedAt desc, v.id desc";
    TypedQuery<Object[]> rows =
        entities.createQuery(
            "select v, (select count(w) from Vote w where w.id.videoId = v.id), (select count(w)"
                + " from Vote w where w.id.videoId = v.id and w.id.voterId = :reader) from Video v"
                + " join fetch v.owner o"
                + where
                + order,
            Object[].class);
    TypedQuery<Long> total =
        entities.createQuery("select count(v) from Video v join v.owner o" + where, Long.class);
    for (TypedQuery<?> query : List.of(rows, total)) {
      if (wanted.cityKey() != null) {
        query.setParameter("city", wanted.cityKey());
      }
      if (wanted.text() != null) {
        query.setParameter("text", pattern(wanted.text()));
      }
      if (wanted.playerId() != null) {
        query.setParameter("player", wanted.playerId());
      }
    }
    rows.setParameter("reader", wanted.reader() == null ? NOBODY : wanted.reader());
    List<PublicVideo> found =
        rows.setMaxResults(wanted.limit())
            .setFirstResult(wanted.offset())
            .getResultStream()
            .map(row -> view(row, wanted.reader()))
            .toList();
    return new Page<>(found, total.getSingleResult());
  }

  /**
   * One published clip.
   *
   * @param reader who is signed in, or null
   * @throws ProblemException VIDEO_NOT_FOUND also for one that is not public
   */
  @PermitAll
  public PublicVideo one(UUID videoId, UUID reader) {
    return entities
        .createQuery(
            "select v, (select count(w) from Vote w where w.id.videoId = v.id), (select count(w)"
                + " from Vote w where w.id.videoId = v.id and w.id.voterId = :reader) from Video v"
                + " join fetch v.owner where v.id = :id and v.publishedAt is not null",
            Object[].class)
        .setParameter("id", videoId)
        .setParameter("reader", reader == null ? NOBODY : reader)
        .getResultStream()
        .map(row -> view(row, reader))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.VIDEO_NOT_FOUND));
  }

  /**
   * Casts a vote. The primary key is the only judge of "once".
   *
   * @return the clip's votes
   * @throws ProblemException VIDEO_NOT_FOUND, NOT_PUBLISHED, SELF_VOTE, PHASE_CLOSED or
   *     ALREADY_VOTED
   */
  public long vote(UUID videoId, UUID voterId) {
    calendar.requireVotingOpen();
    Video video = published(videoId);
    if (!selfVote && video.owner().id().equals(voterId)) {
      throw new ProblemException(ProblemCode.SELF_VOTE);
    }
    int cast =
        entities
            .createNativeQuery(
                "insert into vote (video_id, voter_id, cast_at) values (:video, :voter, :now)"
                    + " on conflict do nothing")
            .setParameter("video", videoId)
            .setParameter("voter", voterId)
            .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .executeUpdate();
    if (cast == 0) {
      throw new ProblemException(ProblemCode.ALREADY_VOTED);
    }
    return votes(videoId);
  }

  /**
   * Takes a vote back.
   *
   * @return the clip's votes
   * @throws ProblemException VIDEO_NOT_FOUND, NOT_PUBLISHED, PHASE_CLOSED or NOT_VOTED
   */
  public long takeBack(UUID videoId, UUID voterId) {
    calendar.requireVotingOpen();
    published(videoId);
    int gone =
        entities
            .createQuery("delete from Vote w where w.id.videoId = :video and w.id.voterId = :voter")
            .setParameter("video", videoId)
            .setParameter("voter", voterId)
            .executeUpdate();
    if (gone == 0) {
      throw new ProblemException(ProblemCode.NOT_VOTED);
    }
    return votes(videoId);
  }

  /** The clips somebody voted for, latest vote first. */
  public List<UUID> votedFor(UUID voterId) {
    return entities
        .createQuery(
            "select w.id.videoId from Vote w where w.id.voterId = :voter order by w.castAt desc",
            UUID.class)
        .setParameter("voter", voterId)
        .getResultList();
  }

  private Video published(UUID videoId) {
    Video video = entities.find(Video.class, videoId);
    if (video == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    if (!video.isPublished()) {
      throw new ProblemException(ProblemCode.NOT_PUBLISHED);
    }
    return video;
  }

  private long votes(UUID videoId) {
    return entities
        .createQuery("select count(w) from Vote w where w.id.videoId = :video", Long.class)
        .setParameter("video", videoId)
        .getSingleResult();
  }

  private static PublicVideo view(Object[] row, UUID reader) {
    return new PublicVideo(
        (Video) row[0], (Long) row[1], reader == null ? null : (Long) row[2] > 0);
  }

  private static String pattern(String text) {
    String literal =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_");
    return "%" + literal + "%";
  }
}
