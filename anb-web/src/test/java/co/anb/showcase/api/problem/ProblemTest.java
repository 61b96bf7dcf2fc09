package co.anb.showcase.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyRefusalHasWordsInBothLanguages(ProblemCode code) {
    Problem spanish = Problem.of(code, Language.SPANISH, "/");
    Problem english = Problem.of(code, Locale.ENGLISH, "/");

    assertThat(spanish.message()).isNotEqualTo(english.message());
    assertThat(spanish.message()).isNotEqualTo(Messages.text("problem.unknown", Language.SPANISH));
    assertThat(spanish.detail()).isEqualTo(english.detail());
  }

  @ParameterizedTest
  @EnumSource(FileFault.class)
  void everyFaultOfAFileHasWords(FileFault fault) {
    String key = "field." + fault.code();

    assertThat(Messages.text(key, Language.SPANISH))
        .isNotEqualTo(Messages.text("problem.unknown", Language.SPANISH))
        .isNotEqualTo(Messages.text(key, Locale.ENGLISH));
  }

  @Test
  void hasTheMembersOfTheContract() {
    var refusal = ProblemException.fields(List.of(new FieldError("title", "field_required")));

    JsonObject json = json(Problem.of(refusal, Locale.ENGLISH, "/api/videos/upload"));

    assertThat(json.keySet())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "instance", "code", "message", "detail", "errors");
    assertThat(json.getJsonArray("errors").getJsonObject(0).getString("message"))
        .isEqualTo("This field is required.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| es",
        "es-CO,es;q=0.9| es",
        "en-US,en;q=0.5| en",
        "en;q=0.2,es;q=0.8| es",
        "fr| es",
        "*| es",
        "###| es"
      })
  void answersInSpanishUnlessEnglishIsPreferred(String accepted, String language) {
    assertThat(Language.of(accepted).getLanguage()).isEqualTo(language);
  }

  private static JsonObject json(Problem problem) {
    try (var reader = Json.createReader(new StringReader(problem.toJson()))) {
      return reader.readObject();
    }
  }
}
