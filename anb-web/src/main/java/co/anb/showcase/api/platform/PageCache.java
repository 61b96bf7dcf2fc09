package co.anb.showcase.api.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Keeps parts of lists that many ask for, as they are sent. A part is put together once for every
 * version of its list, and not for everybody who asks for it.
 *
 * @param <Q> what is asked for; two that are equal get the same part
 */
public final class PageCache<Q> {

  /** Old versions and searches that are not repeated are evicted. */
  private static final long MOST_BYTES = 16L << 20;

  /** Roughly what an entry takes besides its rows. */
  private static final int ENTRY_BYTES = 200;

  private final Cache<Key<Q>, JsonPage> pages =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key<Q> key, JsonPage page) -> ENTRY_BYTES + page.rows().length)
          .build();

  private record Key<Q>(long version, Q query) {}

  /**
   * A part of a list.
   *
   * @param version of the list; the same version has the same rows
   * @param maker puts the part together
   */
  public JsonPage page(long version, Q query, Supplier<JsonPage> maker) {
    return pages.get(new Key<>(version, query), key -> maker.get());
  }
}
