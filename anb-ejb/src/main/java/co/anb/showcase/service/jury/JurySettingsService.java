package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.Criterion;
import co.anb.showcase.domain.jury.JurySettings;
import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rubric and how the jury works. */
@Stateless
@RolesAllowed({"JUROR", "ADMIN"})
public class JurySettingsService {

  /** Values of drafts that the scale no longer has. */
  private static final String DROP_MISFITS =
      """
      delete from jury_score s using jury_criterion c
      where c.id = s.criterion_id
        and (s.value < c.min_value or s.value > c.max_value
             or abs((s.value - c.min_value) / c.step - round((s.value - c.min_value) / c.step)) > 1e-9)
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private AuditTrail audit;

  /** What clips are judged by. */
  public Rubric rubric() {
    return new Rubric(
        entities.createQuery("select c from Criterion c", Criterion.class).getResultList());
  }

  /**
   * Replaces the rubric, in the order given. A criterion whose code is known is changed, and what
   * drafts say of it stays as far as its scale still has it; what is left out is forgotten.
   *
   * @throws ProblemException RUBRIC_IN_USE once a sheet is submitted, or INVALID_FIELD
   */
  @RolesAllowed("ADMIN")
  public Rubric changeRubric(UUID adminId, List<CriterionDraft> drafts) {
    RubricRules.checkRubric(drafts);
    locked();
    if (entities
            .createQuery(
                "select count(s) from ScoreSheet s where s.submittedAt is not null", Long.class)
            .getSingleResult()
        > 0) {
      throw new ProblemException(ProblemCode.RUBRIC_IN_USE);
    }
    Rubric before = rubric();
    JsonArray old = json(before);
    Map<String, Criterion> known = new HashMap<>();
    before.criteria().forEach(criterion -> known.put(criterion.code(), criterion));
    List<Criterion> after = new ArrayList<>();
    for (CriterionDraft draft : drafts) {
      Criterion criterion = known.remove(draft.code());
      if (criterion == null) {
        criterion = new Criterion(UuidCreator.getTimeOrderedEpoch(), draft.code());
      }
      criterion.describe(
          draft.nameEs().strip(),
          draft.nameEn().strip(),
          orEmpty(draft.descriptionEs()),
          orEmpty(draft.descriptionEn()));
      criterion.measure(draft.weight(), draft.min(), draft.max(), draft.step());
      criterion.place(after.size() + 1);
      after.add(criterion);
    }
    known.values().forEach(entities::remove);
    after.forEach(entities::persist);
    entities.flush();
    entities.createNativeQuery(DROP_MISFITS).executeUpdate();
    // A juror with an open draft must see the new rubric before saving it.
    entities.createQuery("update ScoreSheet s set s.version = s.version + 1").executeUpdate();
    Rubric rubric = new Rubric(after);
    audit.record(
        AuditEntry.of(adminId, "jury.rubric.change", "jury", "rubric")
            .with(
                Json.createObjectBuilder().add("before", old).add("after", json(rubric)).build()));
    return rubric;
  }

  /** How the jury works. */
  @RolesAllowed("ADMIN")
  public JurySettings settings() {
    return entities.find(JurySettings.class, true);
  }

  /**
   * Changes how the jury works.
   *
   * @throws ProblemException INVALID_FIELD if something is missing or out of bounds
   */
  @RolesAllowed("ADMIN")
  public JurySettings changeSettings(
      UUID adminId, Boolean blind, Boolean sameCityConflict, Integer minScoresPerClip) {
    List<FieldError> errors = new ArrayList<>();
    if (blind == null) {
      errors.add(new FieldError("blind", "field_required"));
    }
    if (sameCityConflict == null) {
      errors.add(new FieldError("same_city_conflict", "field_required"));
    }
    if (minScoresPerClip == null
        || minScoresPerClip < 1
        || minScoresPerClip > JurySettings.MAX_SCORES_PER_CLIP) {
      errors.add(new FieldError("min_scores_per_clip", "scores_per_clip"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    JurySettings settings = locked();
    JsonObject before = json(settings);
    settings.change(blind, sameCityConflict, minScoresPerClip);
    audit.record(
        AuditEntry.of(adminId, "jury.settings.change", "jury", "settings")
            .with(
                Json.createObjectBuilder()
                    .add("before", before)
                    .add("after", json(settings))
                    .build()));
    return settings;
  }

  private JurySettings locked() {
    return entities.find(JurySettings.class, true, LockModeType.PESSIMISTIC_WRITE);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  private static JsonObject json(JurySettings settings) {
    return Json.createObjectBuilder()
        .add("blind", settings.isBlind())
        .add("same_city_conflict", settings.isSameCityConflict())
        .add("min_scores_per_clip", settings.minScoresPerClip())
        .build();
  }

  private static JsonArray json(Rubric rubric) {
    JsonArrayBuilder criteria = Json.createArrayBuilder();
    for (Criterion criterion : rubric.criteria()) {
      criteria.add(
          Json.createObjectBuilder()
              .add("code", criterion.code())
              .add("weight", criterion.weight())
              .add("min", criterion.min())
              .add("max", criterion.max())
              .add("step", criterion.step()));
    }
    return criteria.build();
  }
}
