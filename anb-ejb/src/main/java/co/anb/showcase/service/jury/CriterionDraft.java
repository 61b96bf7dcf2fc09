package co.anb.showcase.service.jury;

/**
 * A criterion as an administrator wrote it; nothing is checked yet and anything may be null.
 *
 * @param code stable; a criterion of the same code is changed, others are added
 */
public record CriterionDraft(
    String code,
    String nameEs,
    String nameEn,
    String descriptionEs,
    String descriptionEn,
    Double weight,
    Double min,
    Double max,
    Double step) {}
