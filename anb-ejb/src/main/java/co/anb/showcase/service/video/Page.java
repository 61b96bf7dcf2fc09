package co.anb.showcase.service.video;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many the whole list has
 */
public record Page<T>(List<T> rows, long total) {}
