package co.anb.showcase.service.jury;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which clips to give to which jurors, so that every clip gets its minimum of scores and all jurors
 * about the same work. Assignments that exist already stay; only missing ones are added, so a
 * second run adds nothing.
 *
 * <p>Clips with the least choice of jurors come first; each goes to those of its jurors who have
 * the least. Equals are told apart by a hash of clip and juror. That mixes the panels, which makes
 * jurors comparable, and gives each juror an order of clips of his own, so that no clip is first
 * everywhere. Without conflicts, and from nothing, loads differ by one at most.
 *
 * @param added in the order in which each juror shall get them
 * @param shortages clips that cannot get as many scores as wanted
 * @param loads how many clips each juror then has
 */
record SpreadPlan(List<Pair> added, List<Shortage> shortages, Map<UUID, Integer> loads) {

  /** A juror who may be assigned clips. */
  record Juror(UUID id, String cityKey) {}

  /** A clip that is to be scored. */
  record Clip(UUID videoId, UUID playerId, String cityKey) {}

  /** A clip with a juror. */
  record Pair(UUID jurorId, UUID videoId) {}

  /** A clip for which jurors are missing. */
  record Shortage(UUID videoId, int missing) {}

  /** Who must not judge what. */
  interface Conflicts {
    boolean between(Juror juror, Clip clip);
  }

  /**
   * What is there already.
   *
   * @param assigned every pair; none of these is added again
   * @param counting those pairs that will give the clip a score, or have given one
   */
  record Standing(Set<Pair> assigned, Set<Pair> counting) {}

  private record Open(Clip clip, int missing, List<Juror> choice) {}

  /**
   * Makes the plan.
   *
   * @param wanted scores that each clip shall get
   */
  static SpreadPlan of(
      List<Juror> jurors, List<Clip> clips, Standing standing, Conflicts conflicts, int wanted) {
    Map<UUID, Integer> loads = new HashMap<>();
    jurors.forEach(juror -> loads.put(juror.id(), 0));
    Map<UUID, Integer> scores = new HashMap<>();
    for (Pair pair : standing.counting()) {
      loads.computeIfPresent(pair.jurorId(), (juror, load) -> load + 1);
      scores.merge(pair.videoId(), 1, Integer::sum);
    }
    List<Open> open = new ArrayList<>();
    for (Clip clip : clips) {
      int missing = wanted - scores.getOrDefault(clip.videoId(), 0);
      if (missing > 0) {
        open.add(new Open(clip, missing, choice(jurors, clip, standing, conflicts)));
      }
    }
    open.sort(
        Comparator.<Open>comparingInt(each -> each.choice().size() - each.missing())
            .thenComparing(each -> each.clip().videoId()));

    List<Pair> added = new ArrayList<>();
    List<Shortage> shortages = new ArrayList<>();
    for (Open each : open) {
      UUID videoId = each.clip().videoId();
      each.choice().stream()
          .sorted(
              Comparator.<Juror>comparingInt(juror -> loads.get(juror.id()))
                  .thenComparingLong(juror -> hash(juror.id(), videoId))
                  .thenComparing(Juror::id))
          .limit(each.missing())
          .forEach(
              juror -> {
                added.add(new Pair(juror.id(), videoId));
                loads.merge(juror.id(), 1, Integer::sum);
              });
      int lacking = each.missing() - each.choice().size();
      if (lacking > 0) {
        shortages.add(new Shortage(videoId, lacking));
      }
    }
    added.sort(
        Comparator.<Pair>comparingLong(pair -> hash(pair.jurorId(), pair.videoId()))
            .thenComparing(Pair::jurorId)
            .thenComparing(Pair::videoId));
    return new SpreadPlan(added, shortages, loads);
  }

  private static List<Juror> choice(
      List<Juror> jurors, Clip clip, Standing standing, Conflicts conflicts) {
    return jurors.stream()
        .filter(
            juror ->
                !standing.assigned().contains(new Pair(juror.id(), clip.videoId()))
                    && !conflicts.between(juror, clip))
        .toList();
  }

  /** Looks random and is always the same: the finishing steps of MurmurHash3. */
  private static long hash(UUID juror, UUID video) {
    long mixed =
        juror.getMostSignificantBits()
            ^ Long.rotateLeft(juror.getLeastSignificantBits(), 17)
            ^ Long.rotateLeft(video.getMostSignificantBits(), 31)
            ^ Long.rotateLeft(video.getLeastSignificantBits(), 47);
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
