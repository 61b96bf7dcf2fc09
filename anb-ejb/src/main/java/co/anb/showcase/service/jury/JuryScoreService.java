package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scores that jurors have submitted. */
@Stateless
@PermitAll
public class JuryScoreService {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /**
   * All submitted sheets of published clips, by clip and juror; without those that a conflict of
   * interest keeps from counting.
   */
  public List<SubmittedSheet> submitted() {
    return entities
        .createQuery(
            "select new co.anb.showcase.service.jury.SubmittedSheet(a.videoId, a.jurorId, a.total)"
                + " from AssignedClip a where a.state = :submitted and a.publishedAt is not null"
                + " order by a.videoId, a.jurorId",
            SubmittedSheet.class)
        .setParameter("submitted", AssignmentState.SUBMITTED)
        .getResultList();
  }

  /** The clips' scores as they stand now, by clip; clips without a sheet are left out. */
  public Map<UUID, ClipScore> current() {
    return Normalisation.scores(submitted());
  }

  /** The clips that have a score, best first. */
  @RolesAllowed("ADMIN")
  public Page<ScoredClip> ranked(int limit, int offset) {
    List<SubmittedSheet> sheets = submitted();
    Map<UUID, Double> rawMeans =
        sheets.stream()
            .collect(
                Collectors.groupingBy(
                    SubmittedSheet::videoId, Collectors.averagingDouble(SubmittedSheet::total)));
    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);
    List<ClipScore> part =
        scores.values().stream()
            .sorted(
                Comparator.comparingDouble(ClipScore::score)
                    .reversed()
                    .thenComparing(ClipScore::videoId))
            .skip(offset)
            .limit(limit)
            .toList();
    Map<UUID, Video> videos =
        entities
            .createQuery("select v from Video v join fetch v.owner where v.id in :ids", Video.class)
            .setParameter("ids", part.stream().map(ClipScore::videoId).toList())
            .getResultStream()
            .collect(Collectors.toMap(Video::id, Function.identity()));
    return new Page<>(
        part.stream()
            // A clip may be deleted between the two queries.
            .filter(score -> videos.containsKey(score.videoId()))
            .map(
                score ->
                    new ScoredClip(
                        videos.get(score.videoId()), score, rawMeans.get(score.videoId())))
            .toList(),
        scores.size());
  }
}
