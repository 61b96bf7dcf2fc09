package co.anb.showcase.service.ranking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ranking: one row a player with a published clip, all of the player's clips together. More
 * votes stand first; of equals, who reached the number first; of those, the older account.
 */
@Stateless
@PermitAll
public class RankingService {

  private static final String ROWS =
      """
      select a.id, a.first_name || ' ' || a.last_name, a.city, count(w.voter_id)
      from account a
      join video v on v.owner_id = a.id and v.published_at is not null
      left join vote w on w.video_id = v.id
      where (cast(:city as varchar) is null or a.city_key = :city)
      group by a.id
      order by count(w.voter_id) desc, max(w.cast_at) asc nulls last, a.id
      limit :limit offset :offset
      """;

  private static final String BEST =
      """
      select distinct on (v.owner_id) v.owner_id, v.id, v.title, count(w.voter_id)
      from video v left join vote w on w.video_id = v.id
      where v.published_at is not null and v.owner_id in (:players)
      group by v.id
      order by v.owner_id, count(w.voter_id) desc, v.published_at, v.id
      """;

  private static final String TOTAL =
      """
      select count(distinct a.id)
      from account a join video v on v.owner_id = a.id and v.published_at is not null
      where (cast(:city as varchar) is null or a.city_key = :city)
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /**
   * A part of the ranking.
   *
   * @param cityKey or null for the whole country
   */
  public List<RankingRow> rows(String cityKey, int limit, long offset) {
    List<?> rows =
        entities
            .createNativeQuery(ROWS)
            .setParameter("city", cityKey)
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    RankingRow[] ranking = new RankingRow[rows.size()];
    for (int i = 0; i < ranking.length; i++) {
      Object[] row = (Object[]) rows.get(i);
      ranking[i] =
          new RankingRow(
              offset + i + 1,
              (UUID) row[0],
              (String) row[1],
              (String) row[2],
              ((Number) row[3]).longValue());
    }
    return List.of(ranking);
  }

  /** The clip with the most votes of each of these players, by the player's id. */
  public Map<UUID, BestVideo> bestVideos(List<UUID> playerIds) {
    if (playerIds.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities.createNativeQuery(BEST).setParameter("players", playerIds).getResultList();
    Map<UUID, BestVideo> best = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      best.put(
          (UUID) row[0],
          new BestVideo((UUID) row[1], (String) row[2], ((Number) row[3]).longValue()));
    }
    return best;
  }

  /** How many players the ranking has. */
  public long total(String cityKey) {
    return ((Number)
            entities.createNativeQuery(TOTAL).setParameter("city", cityKey).getSingleResult())
        .longValue();
  }
}
