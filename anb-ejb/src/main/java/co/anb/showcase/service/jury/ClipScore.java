package co.anb.showcase.service.jury;

import java.util.UUID;

/**
 * The jury's score of a clip.
 *
 * @param score from 0 to 100, normalised
 * @param sheets how many jurors scored it
 */
public record ClipScore(UUID videoId, double score, int sheets) {}
