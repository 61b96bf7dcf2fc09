package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.domain.jury.ScoreSheet;
import java.util.Optional;

/**
 * An assignment with what the juror wrote.
 *
 * @param sheet empty if nothing was saved yet
 */
public record AssignedSheet(AssignmentRow assignment, Rubric rubric, Optional<ScoreSheet> sheet) {}
