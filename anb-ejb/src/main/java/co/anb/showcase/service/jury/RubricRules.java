package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.Criterion;
import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.domain.jury.ScoreSheet;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a rubric and a score sheet must be. */
final class RubricRules {

  static final int MAX_CRITERIA = 20;

  private static final int MAX_NAME = 80;
  private static final int MAX_DESCRIPTION = 500;
  private static final double MAX_WEIGHT = 1000;
  private static final double SCALE_BOUND = 1000;
  private static final int MAX_STEPS = 1000;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

  private RubricRules() {}

  /**
   * Checks a whole rubric.
   *
   * @throws ProblemException INVALID_FIELD, with every fault
   */
  static void checkRubric(List<CriterionDraft> drafts) {
    if (drafts == null || drafts.isEmpty() || drafts.size() > MAX_CRITERIA) {
      throw ProblemException.fields(List.of(new FieldError("criteria", "criteria_count")));
    }
    List<FieldError> errors = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < drafts.size(); i++) {
      String at = "criteria[" + i + "]";
      CriterionDraft draft = drafts.get(i);
      if (draft == null) {
        errors.add(new FieldError(at, "field_required"));
        continue;
      }
      checkCode(at + ".code", draft.code(), codes, errors);
      checkText(at + ".name_es", draft.nameEs(), MAX_NAME, true, errors);
      checkText(at + ".name_en", draft.nameEn(), MAX_NAME, true, errors);
      checkText(at + ".description_es", draft.descriptionEs(), MAX_DESCRIPTION, false, errors);
      checkText(at + ".description_en", draft.descriptionEn(), MAX_DESCRIPTION, false, errors);
      if (draft.weight() == null || !(draft.weight() > 0 && draft.weight() <= MAX_WEIGHT)) {
        errors.add(new FieldError(at + ".weight", "criterion_weight"));
      }
      if (!isScale(draft.min(), draft.max(), draft.step())) {
        errors.add(new FieldError(at + ".max", "criterion_scale"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static void checkCode(
      String field, String code, Set<String> codes, List<FieldError> errors) {
    if (code == null || code.isEmpty()) {
      errors.add(new FieldError(field, "field_required"));
    } else if (!CODE.matcher(code).matches()) {
      errors.add(new FieldError(field, "field_malformed"));
    } else if (!codes.add(code)) {
      errors.add(new FieldError(field, "criterion_twice"));
    }
  }

  /** Adds what is wrong with a text. */
  static void checkText(
      String field, String text, int longest, boolean required, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      if (required) {
        errors.add(new FieldError(field, "field_required"));
      }
    } else if (text.strip().length() > longest) {
      errors.add(new FieldError(field, "field_too_long"));
    } else if (CONTROL.matcher(text).find()) {
      errors.add(new FieldError(field, "field_malformed"));
    }
  }

  private static boolean isScale(Double min, Double max, Double step) {
    if (min == null || max == null || step == null) {
      return false;
    }
    boolean bounded = Math.abs(min) <= SCALE_BOUND && Math.abs(max) <= SCALE_BOUND;
    if (!bounded || !(min < max) || !(step > 0) || (max - min) / step > MAX_STEPS) {
      return false;
    }
    var scale = new Criterion(new UUID(0, 0), "scale");
    scale.measure(1, min, max, step);
    return scale.allows(max);
  }

  /**
   * Checks a draft; criteria may be without a value.
   *
   * @return the values by the criterion's id
   * @throws ProblemException INVALID_FIELD, with every fault
   */
  static Map<UUID, Double> checkSheet(Rubric rubric, SheetDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    if (draft.version() == null) {
      errors.add(new FieldError("version", "field_required"));
    }
    checkText("comment", draft.comment(), ScoreSheet.MAX_COMMENT, false, errors);
    Map<UUID, Double> values = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<SheetDraft.Mark> marks = draft.marks() == null ? List.of() : draft.marks();
    for (int i = 0; i < marks.size(); i++) {
      SheetDraft.Mark mark = marks.get(i);
      if (mark == null || mark.criterion() == null) {
        errors.add(new FieldError("scores[" + i + "].criterion", "field_required"));
        continue;
      }
      String fault = fault(rubric, mark, seen);
      if (fault != null) {
        errors.add(new FieldError(field(mark.criterion()), fault));
      } else if (mark.value() != null) {
        values.put(rubric.find(mark.criterion()).orElseThrow().id(), mark.value());
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    return values;
  }

  private static String fault(Rubric rubric, SheetDraft.Mark mark, Set<String> seen) {
    Criterion criterion = rubric.find(mark.criterion()).orElse(null);
    if (criterion == null) {
      return "criterion_unknown";
    }
    if (!seen.add(mark.criterion())) {
      return "criterion_twice";
    }
    return mark.value() == null || criterion.allows(mark.value()) ? null : "score_off_scale";
  }

  /**
   * Checks that nothing is missing.
   *
   * @throws ProblemException INVALID_FIELD, with every criterion that has no value
   */
  static void checkComplete(Rubric rubric, Map<UUID, Double> scores) {
    List<FieldError> errors =
        rubric.missing(scores).stream()
            .map(criterion -> new FieldError(field(criterion.code()), "field_required"))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static String field(String criterion) {
    return "scores." + criterion;
  }
}
