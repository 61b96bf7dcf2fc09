package co.anb.showcase.service.voting;

import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.contest.ContestCalendar;
import co.anb.showcase.service.platform.Fingerprints;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.Tally;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Votes for published clips. Every use case is one statement, which is a transaction by itself: one
 * around it would cost two more ways to the database.
 */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class VotingService {

  // The statement does not see its own change, so the caller adds it to the votes.
  private static final String OUTCOME =
      """
      select (select count(*) from clip) as clips,
             (select count(*) from clip where published_at is not null) as published,
             (select count(*) from clip where owner_id = :voter) as own,
             (select count(*) from voter) as voters,
             (select count(*) from changed) as changed,
             (select count(*) from jury_assignment
               where video_id = :video and juror_id = :voter) as judged,
             coalesce((select votes from video_tally where video_id = :video), 0)
               + coalesce((select sum(delta) from vote_delta where video_id = :video), 0) as votes
      """;

  private static final String SUBJECT =
      """
      with clip as (select id, owner_id, published_at from video where id = :video),
           voter as (select id from account where id = :voter for key share),
      """;

  // One statement, one way to the database and back. The account's row is held until the commit,
  // so that no vote of an account appears after the account's deletion has looked for them.
  private static final String CAST =
      SUBJECT
          + """
          changed as (
            insert into vote (video_id, voter_id, cast_at)
            select c.id, w.id, :now from clip c cross join voter w
            where c.published_at is not null and (:selfVote or c.owner_id <> w.id)
              and not exists (
                select from jury_assignment j where j.video_id = c.id and j.juror_id = w.id)
            on conflict do nothing
            returning video_id),
          noted as (
            insert into vote_event
              (at, kind, video_id, voter_id, address_hash, network_hash, agent_hash)
            select :now, 'CAST', video_id, :voter, :address, :network, :agent from changed)
          """
          + OUTCOME;

  private static final String TAKE_BACK =
      SUBJECT
          + """
          changed as (
            delete from vote
            where video_id = :video and voter_id = :voter and voided_at is null
              and exists (select from clip where published_at is not null)
            returning video_id),
          noted as (
            insert into vote_event
              (at, kind, video_id, voter_id, address_hash, network_hash, agent_hash)
            select :now, 'TAKEN_BACK', video_id, :voter, :address, :network, :agent
            from changed)
          """
          + OUTCOME;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private ContestCalendar calendar;
  @Inject private Fingerprints fingerprints;
  @Inject private Tally tally;

  /** What a statement found and did. */
  private record Outcome(
      boolean exists,
      boolean published,
      boolean own,
      boolean voterExists,
      boolean changed,
      boolean judged,
      long votesBefore) {

    static Outcome of(Tuple row) {
      return new Outcome(
          is(row, "clips"),
          is(row, "published"),
          is(row, "own"),
          is(row, "voters"),
          is(row, "changed"),
          is(row, "judged"),
          number(row, "votes"));
    }

    private static boolean is(Tuple row, String column) {
      return number(row, column) > 0;
    }

    private static long number(Tuple row, String column) {
      return row.get(column, Number.class).longValue();
    }
  }

  /**
   * One published clip with its votes to the last one.
   *
   * @param reader who is signed in, or null
   * @throws ProblemException VIDEO_NOT_FOUND also for one that is not public, and while the gallery
   *     is not open
   */
  @PermitAll
  public PublicVideo one(UUID videoId, UUID reader) {
    PublishedClip clip =
        tally
            .clip(videoId)
            .filter(found -> calendar.now().galleryOpen())
            .orElseThrow(() -> new ProblemException(ProblemCode.VIDEO_NOT_FOUND));
    return new PublicVideo(
        clip, reader == null ? null : votedFor(reader, List.of(videoId)).contains(videoId));
  }

  /** Which of these clips an account voted for. */
  public Set<UUID> votedFor(UUID voterId, Collection<UUID> videoIds) {
    if (videoIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        entities
            .createNamedQuery("Vote.ofThese", UUID.class)
            .setParameter("voter", voterId)
            .setParameter("videos", videoIds)
            .getResultList());
  }

  /**
   * Casts a vote. The primary key is the only judge of "once".
   *
   * @return the clip's votes
   * @throws ProblemException VIDEO_NOT_FOUND, NOT_PUBLISHED, SELF_VOTE, JUROR_VOTE, PHASE_CLOSED,
   *     ALREADY_VOTED, or UNAUTHORIZED if the account is gone
   */
  public long vote(UUID videoId, UUID voterId, VoteOrigin origin) {
    requireVotingOpen(videoId);
    boolean selfVote = calendar.settings().selfVote();
    Outcome outcome =
        run(
            entities.createNativeQuery(CAST, Tuple.class).setParameter("selfVote", selfVote),
            videoId,
            voterId,
            origin);
    if (outcome.changed()) {
      return outcome.votesBefore() + 1;
    }
    if (!selfVote && outcome.own()) {
      throw new ProblemException(ProblemCode.SELF_VOTE);
    }
    if (outcome.judged()) {
      throw new ProblemException(ProblemCode.JUROR_VOTE);
    }
    throw new ProblemException(ProblemCode.ALREADY_VOTED);
  }

  /**
   * Takes a vote back. One that was voided stays.
   *
   * @return the clip's votes
   * @throws ProblemException VIDEO_NOT_FOUND, NOT_PUBLISHED, PHASE_CLOSED, NOT_VOTED, or
   *     UNAUTHORIZED if the account is gone
   */
  public long takeBack(UUID videoId, UUID voterId, VoteOrigin origin) {
    requireVotingOpen(videoId);
    Outcome outcome =
        run(entities.createNativeQuery(TAKE_BACK, Tuple.class), videoId, voterId, origin);
    if (!outcome.changed()) {
      throw new ProblemException(ProblemCode.NOT_VOTED);
    }
    return outcome.votesBefore() - 1;
  }

  /** A clip that does not exist is not found, also while voting is closed. */
  private void requireVotingOpen(UUID videoId) {
    if (!calendar.now().votingOpen() && entities.find(Video.class, videoId) == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    calendar.requireVotingOpen();
  }

  /** The clips that an account voted for, latest vote first. */
  public List<UUID> votedFor(UUID voterId) {
    return entities
        .createNamedQuery("Vote.all", UUID.class)
        .setParameter("voter", voterId)
        .getResultList();
  }

  private Outcome run(Query statement, UUID videoId, UUID voterId, VoteOrigin origin) {
    return checked(
        Outcome.of(
            (Tuple)
                statement
                    .setParameter("video", videoId)
                    .setParameter("voter", voterId)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .setParameter("address", fingerprints.address(origin.address()))
                    .setParameter("network", fingerprints.network(origin.address()))
                    .setParameter("agent", fingerprints.agent(origin.agent()))
                    .getSingleResult()));
  }

  private static Outcome checked(Outcome outcome) {
    if (!outcome.exists()) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    if (!outcome.voterExists()) {
      throw new ProblemException(ProblemCode.UNAUTHORIZED);
    }
    if (!outcome.published()) {
      throw new ProblemException(ProblemCode.NOT_PUBLISHED);
    }
    return outcome;
  }
}
