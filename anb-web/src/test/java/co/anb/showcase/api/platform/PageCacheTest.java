package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageCacheTest {

  private final PageCache<String> cache = new PageCache<>();
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void makesAPageOnceForEachVersion() {
    JsonPage first = page(1, "cali");
    assertThat(page(1, "cali")).isSameAs(first);
    assertThat(made).hasValue(1);

    assertThat(page(2, "cali")).isNotSameAs(first);
    assertThat(page(2, "bogota").rows()).isEqualTo("bogota 2".getBytes(StandardCharsets.UTF_8));
    assertThat(made).hasValue(3);
  }

  private JsonPage page(long version, String query) {
    return cache.page(
        version,
        query,
        () -> {
          made.incrementAndGet();
          return new JsonPage((query + " " + version).getBytes(StandardCharsets.UTF_8), 1);
        });
  }
}
