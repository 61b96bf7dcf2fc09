package co.anb.showcase.service.progress;

import co.anb.showcase.domain.video.VideoStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the database, which holds the truth, says about clips. */
@Stateless
@PermitAll
public class VideoStates {

  private static final String STATES =
      """
      select v.id as id, v.status as status, coalesce(j.progress, 0) as progress,
             coalesce(j.attempt, 0) as attempt, v.publishedAt as publishedAt,
             v.failureCode as failureCode
      from Video v left join ProcessingJob j on j.videoId = v.id
      where v.id in :ids
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** The states of these clips, by their ids; those that are gone are left out. */
  public Map<UUID, VideoState> read(Collection<UUID> videoIds) {
    if (videoIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(STATES, Tuple.class)
        .setParameter("ids", videoIds)
        .getResultStream()
        .map(VideoStates::state)
        .collect(Collectors.toMap(VideoState::videoId, Function.identity()));
  }

  private static VideoState state(Tuple row) {
    return new VideoState(
        row.get("id", UUID.class),
        row.get("status", VideoStatus.class),
        row.get("progress", Number.class).intValue(),
        row.get("attempt", Number.class).intValue(),
        row.get("publishedAt") != null,
        Optional.ofNullable(row.get("failureCode", String.class)));
  }
}
