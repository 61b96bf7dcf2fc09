package co.anb.showcase.service.jury;

import java.util.List;

/**
 * A score sheet as a juror wrote it; nothing is checked yet and anything may be null.
 *
 * @param version of the sheet that the juror saw; 0 for one never saved
 */
public record SheetDraft(Integer version, List<Mark> marks, String comment) {

  /**
   * A value for a criterion.
   *
   * @param criterion its code
   * @param value null for none yet
   */
  public record Mark(String criterion, Double value) {}
}
