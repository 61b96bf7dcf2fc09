package co.anb.showcase.api.ranking;

import co.anb.showcase.api.platform.Query;
import co.anb.showcase.api.platform.Slice;
import co.anb.showcase.domain.account.CityKey;

/**
 * Which part of the ranking is wanted: {@code limit} and {@code offset}, or the positions {@code
 * from} and {@code to}, or {@code page} and {@code page_size}; a mixture of them is refused.
 */
record RankingQuery(
    String city,
    String limit,
    String offset,
    String from,
    String to,
    String page,
    String pageSize) {

  private static final int DEFAULT_LIMIT = 50;

  /** The city in comparable form; null for all. */
  String cityKey() {
    String written = Query.text(city);
    return written == null ? null : CityKey.of(written);
  }

  /** The rows that are wanted. */
  Slice slice() {
    boolean positions = from != null || to != null;
    boolean pages = page != null || pageSize != null;
    boolean rows = limit != null || offset != null;
    if ((positions && pages) || (positions && rows) || (pages && rows)) {
      throw Query.invalid(null);
    }
    if (positions) {
      return positions();
    }
    return pages ? pageOf() : Slice.of(limit, offset, DEFAULT_LIMIT);
  }

  private Slice positions() {
    int first = Query.number(from, 1, 1, Integer.MAX_VALUE);
    if (to == null) {
      return new Slice(DEFAULT_LIMIT, first - 1);
    }
    int last = Query.number(to, 0, first, Integer.MAX_VALUE);
    int count = last - first;
    if (count >= Slice.MAX_LIMIT) {
      throw Query.invalid(null);
    }
    return new Slice(count + 1, first - 1);
  }

  private Slice pageOf() {
    int size = Query.number(pageSize, DEFAULT_LIMIT, 1, Slice.MAX_LIMIT);
    int number = Query.number(page, 1, 1, Integer.MAX_VALUE / Slice.MAX_LIMIT);
    return new Slice(size, (number - 1) * size);
  }
}
