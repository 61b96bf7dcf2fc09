package co.anb.showcase.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiServletTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, false",
        "-, */*, false",
        "-, 'text/html,application/xhtml+xml,*/*;q=0.8', false",
        "-, application/json, true",
        "-, 'Application/JSON, text/plain;q=0.5', true",
        "JSON, text/plain, true",
        "json, -, true",
        "YAML, application/json, false"
      })
  void jsonIsForThoseWhoAskForIt(String format, String accept, boolean json) {
    assertThat(OpenApiServlet.isJson(format, accept)).isEqualTo(json);
  }
}
