package co.anb.showcase.api.jury;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a juror gives a clip for one criterion.
 *
 * @param criterion its code
 */
public record ScoreView(
    @Schema(example = "shooting") String criterion, @Schema(example = "7.5") double value) {}
