package co.anb.showcase.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Bogotá, bogota",
    "BOGOTA, bogota",
    "'  San   José del Guaviare ', san jose del guaviare",
    "Puerto Carreño, puerto carreno",
    "Itagüí, itagui"
  })
  void ignoresAccentsCaseAndSpacing(String name, String key) {
    assertThat(CityKey.of(name)).isEqualTo(key);
  }
}
