package co.anb.showcase.service.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All published clips and the ranking of their players at one moment. Immutable.
 *
 * <p>More votes stand first; of equals, the player who reached the number first; of those, the
 * older account (ids are ordered by time).
 */
public final class Standings {

  private static final Comparator<Instant> EARLIER =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<Player> ORDER =
      Comparator.comparingLong((Player player) -> player.votes)
          .reversed()
          .thenComparing(player -> player.lastVoteAt, EARLIER)
          .thenComparing(player -> player.id.toString());

  private static final Comparator<PublishedClip> BEST_FIRST =
      Comparator.comparingLong(PublishedClip::votes)
          .reversed()
          .thenComparing(PublishedClip::publishedAt)
          .thenComparing(clip -> clip.videoId().toString());

  private static final Comparator<PublishedClip> NEWEST_FIRST =
      Comparator.comparing(PublishedClip::publishedAt)
          .thenComparing(clip -> clip.videoId().toString())
          .reversed();

  /** Before anything is known. */
  static final Standings NONE = new Standings(0, List.of());

  private final long version;
  private final List<RankingRow> country;
  private final Map<String, List<RankingRow>> cities;
  private final List<PublishedClip> byVotes;
  private final List<PublishedClip> newest;

  /**
   * Ranks.
   *
   * @param version greater for younger standings
   */
  Standings(long version, Collection<PublishedClip> clips) {
    this.version = version;
    this.byVotes = clips.stream().sorted(BEST_FIRST).toList();
    this.newest = clips.stream().sorted(NEWEST_FIRST).toList();
    List<Player> players = players(byVotes);
    this.country = rows(players);
    Map<String, List<Player>> byCity = new HashMap<>();
    for (Player player : players) {
      byCity.computeIfAbsent(player.cityKey, key -> new ArrayList<>()).add(player);
    }
    Map<String, List<RankingRow>> ranked = new HashMap<>();
    byCity.forEach((city, members) -> ranked.put(city, rows(members)));
    this.cities = Map.copyOf(ranked);
  }

  /** Greater for younger standings. */
  public long version() {
    return version;
  }

  /**
   * A whole ranking, best first.
   *
   * @param cityKey or null for the whole country
   */
  public List<RankingRow> ranking(String cityKey) {
    return cityKey == null ? country : cities.getOrDefault(cityKey, List.of());
  }

  /**
   * A part of a list of these standings.
   *
   * @param offset so many rows are left out before; beyond the end there are none
   */
  public static <T> List<T> part(List<T> all, int limit, int offset) {
    int from = Math.min(offset, all.size());
    return all.subList(from, (int) Math.min(all.size(), (long) from + limit));
  }

  /** All published clips, most votes first. */
  public List<PublishedClip> byVotes() {
    return byVotes;
  }

  /** All published clips, newest first. */
  public List<PublishedClip> newest() {
    return newest;
  }

  private static List<Player> players(List<PublishedClip> bestFirst) {
    Map<UUID, Player> players = new HashMap<>();
    for (PublishedClip clip : bestFirst) {
      players.computeIfAbsent(clip.playerId(), id -> new Player(clip)).add(clip);
    }
    List<Player> ordered = new ArrayList<>(players.values());
    ordered.sort(ORDER);
    return ordered;
  }

  private static List<RankingRow> rows(List<Player> ordered) {
    RankingRow[] rows = new RankingRow[ordered.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ordered.get(i).at(i + 1L);
    }
    return List.of(rows);
  }

  /** A player while votes are being added up. */
  private static final class Player {

    private final UUID id;
    private final String cityKey;
    private final PublishedClip best;
    private long votes;
    private Instant lastVoteAt;

    Player(PublishedClip best) {
      this.id = best.playerId();
      this.cityKey = best.cityKey();
      this.best = best;
    }

    void add(PublishedClip clip) {
      votes += clip.votes();
      if (clip.lastVoteAt() != null
          && (lastVoteAt == null || clip.lastVoteAt().isAfter(lastVoteAt))) {
        lastVoteAt = clip.lastVoteAt();
      }
    }

    RankingRow at(long position) {
      return new RankingRow(position, id, best.username(), best.city(), votes, lastVoteAt, best);
    }
  }
}
