package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCacheTest {

  private record Row(String name) {}

  private final List<Row> rendered = new ArrayList<>();
  private final RowCache<Row> cache = new RowCache<>(this::render);

  private String render(Row row) {
    rendered.add(row);
    return "{\"name\":\"" + row.name() + "\"}";
  }

  private String array(List<Row> rows) {
    return new String(cache.array(rows), StandardCharsets.UTF_8);
  }

  @Test
  void aRowIsRenderedOnceAndAnotherObjectAnew() {
    Row row = new Row("Peñol");
    assertThat(array(List.of(row, row))).isEqualTo("[{\"name\":\"Peñol\"},{\"name\":\"Peñol\"}]");
    array(List.of(row));
    assertThat(rendered).hasSize(1);
    array(List.of(new Row("Peñol")));
    assertThat(rendered).hasSize(2);
  }

  @Test
  void noRowsAreAnEmptyArray() {
    assertThat(array(List.of())).isEqualTo("[]");
  }

  @Test
  void aTouchIsForOneReaderOnly() {
    Row row = new Row("x");
    byte[] touched = cache.array(List.of(row), (each, json) -> json.replace("x", "y"));
    assertThat(new String(touched, StandardCharsets.UTF_8)).isEqualTo("[{\"name\":\"y\"}]");
    assertThat(array(List.of(row))).isEqualTo("[{\"name\":\"x\"}]");
  }
}
