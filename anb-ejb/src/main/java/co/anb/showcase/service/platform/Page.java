package co.anb.showcase.service.platform;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many the whole list has
 */
public record Page<T>(List<T> rows, long total) {}
