package co.anb.showcase.service.jury;

import co.anb.showcase.domain.jury.Rubric;
import co.anb.showcase.domain.jury.ScoreSheet;
import java.util.Optional;

/**
 * All that a juror needs to judge a clip.
 *
 * @param sheet empty if nothing was saved yet
 */
public record OpenSheet(
    JudgedClip clip, boolean blind, Rubric rubric, Optional<ScoreSheet> sheet) {}
