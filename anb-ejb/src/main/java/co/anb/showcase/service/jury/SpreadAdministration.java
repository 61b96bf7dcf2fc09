package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Role;
import co.anb.showcase.domain.jury.AssignmentState;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.jury.SpreadPlan.Clip;
import co.anb.showcase.service.jury.SpreadPlan.Juror;
import co.anb.showcase.service.jury.SpreadPlan.Pair;
import co.anb.showcase.service.jury.SpreadPlan.Standing;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gives the public clips to the jurors, evenly. */
@Stateless
@RolesAllowed("ADMIN")
public class SpreadAdministration {

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AuditTrail audit;
  @Inject private AssignmentStore store;

  /**
   * Gives the public clips to jurors, evenly, until each has enough; adds only what is missing.
   *
   * @param scoresPerClip null for the setting's
   * @param jurorIds who shall get clips; null for all jurors. An entry is null if what was sent
   *     cannot be an id
   * @throws ProblemException INVALID_FIELD
   */
  public SpreadResult spread(UUID adminId, Integer scoresPerClip, List<UUID> jurorIds) {
    JurySettings settings = store.lockedSettings();
    int wanted = scoresPerClip == null ? settings.minScoresPerClip() : scoresPerClip;
    if (wanted < 1 || wanted > JurySettings.MAX_SCORES_PER_CLIP) {
      throw ProblemException.fields(List.of(new FieldError("scores_per_clip", "scores_per_clip")));
    }
    Map<UUID, Juror> all = jurors();
    List<Juror> chosen = chosen(all, jurorIds);
    List<Clip> clips = clips();
    SpreadPlan plan =
        SpreadPlan.of(chosen, clips, standing(all.keySet()), store.conflicts(settings), wanted);
    store.insert(plan.added(), adminId);
    audit.record(
        AuditEntry.of(adminId, "jury.spread", "jury", "assignments")
            .with(
                Json.createObjectBuilder()
                    .add("scores_per_clip", wanted)
                    .add("jurors", chosen.size())
                    .add("clips", clips.size())
                    .add("added", plan.added().size())
                    .add("short", plan.shortages().size())
                    .build()));
    return new SpreadResult(
        wanted,
        clips.size(),
        plan.added().size(),
        plan.loads(),
        plan.shortages().stream()
            .map(each -> new SpreadResult.Missing(each.videoId(), each.missing()))
            .toList());
  }

  private Map<UUID, Juror> jurors() {
    Map<UUID, Juror> jurors = new HashMap<>();
    entities
        .createQuery(
            "select a.id as id, a.cityKey as cityKey from Account a where a.role = :role",
            Tuple.class)
        .setParameter("role", Role.JUROR)
        .getResultList()
        .forEach(
            row -> {
              UUID id = row.get("id", UUID.class);
              jurors.put(id, new Juror(id, row.get("cityKey", String.class)));
            });
    return jurors;
  }

  private static List<Juror> chosen(Map<UUID, Juror> all, List<UUID> wanted) {
    if (wanted == null) {
      return List.copyOf(all.values());
    }
    List<FieldError> errors = new ArrayList<>();
    Set<Juror> chosen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Juror juror = wanted.get(i) == null ? null : all.get(wanted.get(i));
      if (juror == null) {
        errors.add(new FieldError("juror_ids[" + i + "]", "juror_unknown"));
      } else {
        chosen.add(juror);
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    return List.copyOf(chosen);
  }

  private List<Clip> clips() {
    return entities
        .createQuery(
            "select v.id as id, o.id as playerId, o.cityKey as cityKey from Video v join v.owner o"
                + " where v.publishedAt is not null",
            Tuple.class)
        .getResultStream()
        .map(
            row ->
                new Clip(
                    row.get("id", UUID.class),
                    row.get("playerId", UUID.class),
                    row.get("cityKey", String.class)))
        .toList();
  }

  /** A score counts that is submitted, or that a juror will still give. */
  private Standing standing(Set<UUID> jurors) {
    Set<Pair> assigned = new HashSet<>();
    Set<Pair> counting = new HashSet<>();
    entities
        .createQuery(
            "select a.jurorId as jurorId, a.videoId as videoId, a.state as state from AssignedClip"
                + " a where a.publishedAt is not null",
            Tuple.class)
        .getResultList()
        .forEach(
            row -> {
              Pair pair = new Pair(row.get("jurorId", UUID.class), row.get("videoId", UUID.class));
              AssignmentState state = row.get("state", AssignmentState.class);
              assigned.add(pair);
              if (state == AssignmentState.SUBMITTED
                  || (state != AssignmentState.CONFLICT && jurors.contains(pair.jurorId()))) {
                counting.add(pair);
              }
            });
    return new Standing(assigned, counting);
  }
}
