package co.anb.showcase.service.ranking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The counted votes of every clip, kept in the database for all servers. */
@Stateless
@PermitAll
public class Tally {

  /** Any number that no other advisory lock of this database has. */
  private static final long LOCK = 0x616e62_74616cL;

  // One statement, hence one snapshot: the youngest vote is among exactly those votes whose notes
  // are taken. The index answers for it; nothing is counted.
  private static final String FOLD =
      """
      with taken as (delete from vote_delta returning video_id, delta),
           summed as (select video_id, sum(delta) as delta from taken group by video_id),
           mark as (select nextval('video_tally_version') as version)
      insert into video_tally as t (video_id, votes, last_vote_at, version)
      select s.video_id, s.delta,
             (select max(w.cast_at) from vote w
              where w.video_id = s.video_id and w.voided_at is null),
             m.version
      from summed s cross join mark m
      order by s.video_id
      on conflict (video_id) do update
      set votes = t.votes + excluded.votes, last_vote_at = excluded.last_vote_at,
          version = excluded.version
      """;

  private static final String CHANGES =
      """
      select t.version, t.video_id, t.votes, t.last_vote_at, v.title, v.uploaded_at,
             v.published_at, v.duration_ms, a.id as player_id,
             a.first_name || ' ' || a.last_name as username, a.city, a.city_key, a.avatar_at
      from video_tally t
      left join video v on v.id = t.video_id and v.published_at is not null
      left join account a on a.id = v.owner_id
      where t.version > :seen
      """;

  private static final String CLIP =
      """
      select 0 as version, v.id as video_id,
             coalesce(t.votes, 0)
               + coalesce((select sum(d.delta) from vote_delta d where d.video_id = v.id), 0) as votes,
             t.last_vote_at, v.title, v.uploaded_at, v.published_at, v.duration_ms,
             a.id as player_id, a.first_name || ' ' || a.last_name as username, a.city, a.city_key, a.avatar_at
      from video v
      join account a on a.id = v.owner_id
      left join video_tally t on t.video_id = v.id
      where v.id = :video and v.published_at is not null
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /**
   * Takes the noted changes in, unless another server is at it.
   *
   * @return how many clips changed
   */
  public int fold() {
    boolean turn =
        (Boolean)
            entities
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    // The lock is let go with the commit, so that versions grow in the order of the commits.
    return turn ? entities.createNativeQuery(FOLD).executeUpdate() : 0;
  }

  /** What has changed since a version; since 0, everything. */
  public List<TallyChange> since(long version) {
    List<?> rows =
        entities
            .createNativeQuery(CHANGES, Tuple.class)
            .setParameter("seen", version)
            .getResultList();
    return rows.stream().map(row -> change((Tuple) row)).toList();
  }

  /** One published clip with its votes to the last one. */
  public Optional<PublishedClip> clip(UUID videoId) {
    List<?> rows =
        entities
            .createNativeQuery(CLIP, Tuple.class)
            .setParameter("video", videoId)
            .getResultList();
    return rows.stream().findFirst().flatMap(row -> change((Tuple) row).clip());
  }

  private static TallyChange change(Tuple row) {
    UUID videoId = row.get("video_id", UUID.class);
    UUID playerId = row.get("player_id", UUID.class);
    return new TallyChange(
        row.get("version", Number.class).longValue(),
        videoId,
        playerId == null ? Optional.empty() : Optional.of(clip(row, videoId, playerId)));
  }

  private static PublishedClip clip(Tuple row, UUID videoId, UUID playerId) {
    String title = row.get("title", String.class);
    String username = row.get("username", String.class);
    return new PublishedClip(
        videoId,
        title,
        row.get("uploaded_at", Instant.class),
        row.get("published_at", Instant.class),
        row.get("duration_ms", Integer.class),
        playerId,
        username,
        row.get("city", String.class),
        row.get("city_key", String.class),
        SearchText.of(title + " " + username),
        row.get("avatar_at", Instant.class),
        row.get("votes", Number.class).longValue(),
        row.get("last_vote_at", Instant.class));
  }
}
