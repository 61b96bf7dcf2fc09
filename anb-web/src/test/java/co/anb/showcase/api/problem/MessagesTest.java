package co.anb.showcase.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.service.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody meets a refusal without words, in either language. */
class MessagesTest {

  private final Properties spanish = bundle("messages.properties");
  private final Properties english = bundle("messages_en.properties");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(english.keySet()).isEqualTo(spanish.keySet());
    for (Properties words : List.of(spanish, english)) {
      assertThat(words.values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }
    for (String key : spanish.stringPropertyNames()) {
      assertThat(english.getProperty(key)).as(key).isNotEqualTo(spanish.getProperty(key));
    }
  }

  @Test
  void everyRefusalHasWords() {
    Stream<String> problems =
        Arrays.stream(ProblemCode.values()).map(code -> "problem." + code.code());
    Stream<String> faults = Arrays.stream(FileFault.values()).map(fault -> "field." + fault.code());
    assertThat(spanish.stringPropertyNames()).containsAll(Stream.concat(problems, faults).toList());
  }

  @Test
  void everyFailureHasWordsOfItsOwn() {
    for (FailureCode failure : FailureCode.values()) {
      String code = failure.code();
      assertThat(Messages.failure(code, "es")).isEqualTo(spanish.getProperty("failure." + code));
      assertThat(Messages.failure(code, "en")).isEqualTo(english.getProperty("failure." + code));
    }
    assertThat(Messages.failure("of_tomorrow", "en"))
        .isEqualTo(english.getProperty("failure.unknown"));
  }

  @Test
  void whatWasDoneIsSaidInBothLanguages() {
    for (String key : spanish.stringPropertyNames()) {
      if (key.startsWith("done.")) {
        String what = key.substring("done.".length());
        assertThat(Messages.done(what, null)).isEqualTo(spanish.getProperty(key));
        assertThat(Messages.done(what, "en")).isEqualTo(english.getProperty(key));
      }
    }
  }

  private static Properties bundle(String name) {
    var words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return words;
  }
}
