package co.anb.showcase.api.platform;

/**
 * A part of a list.
 *
 * @param rows a JSON array in UTF-8; it must not be changed
 * @param total how many rows the whole list has
 */
// An array in a record has no equality of its own; these are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record JsonPage(byte[] rows, long total) {}
