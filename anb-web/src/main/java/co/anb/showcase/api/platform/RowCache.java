package co.anb.showcase.api.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders rows of lists that many ask for. A row is rendered once: as long as it is the same
 * object, its JSON is the same. Rendering a page of a hundred rows anew for everybody would take
 * most of a server's time.
 *
 * @param <T> immutable rows
 */
public final class RowCache<T> {

  private static final long MOST_ROWS = 20_000;

  // Weak keys are compared by identity, and go when the standings that hold them go.
  private final Cache<T, String> rendered =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_ROWS).build();

  private final Function<T, String> renderer;

  /**
   * @param renderer makes the JSON object of a row
   */
  public RowCache(Function<T, String> renderer) {
    this.renderer = renderer;
  }

  /** The rows as a JSON array, in UTF-8. */
  public byte[] array(List<T> rows) {
    return array(rows, (row, json) -> json);
  }

  /** Changes a row's JSON for one reader. */
  @FunctionalInterface
  public interface Touch<T> {

    /** The JSON for this reader. */
    String apply(T row, String json);
  }

  /** The rows as a JSON array, in UTF-8, each touched up for one reader. */
  public byte[] array(List<T> rows, Touch<T> touch) {
    return rows.stream()
        .map(row -> touch.apply(row, json(row)))
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String json(T row) {
    return rendered.get(row, renderer);
  }
}
