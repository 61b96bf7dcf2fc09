package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts for people stand in resource bundles, so no Java source has Spanish in it. */
class TextsForPeopleTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /** The product; programs for developers have Spanish names of people as data. */
  private static final List<String> MODULES =
      List.of("anb-domain", "anb-ejb", "anb-web", "anb-worker", "anb-backup", "payara-config");

  /** Why a class may have Spanish in it all the same. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "ContractTexts.java", "texts that the contract fixes word for word",
          "FirstAdmin.java", "name and city of an account: data");

  /** An example in the API's description is data, too. */
  private static final Pattern EXAMPLE = Pattern.compile("example = \"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\\n]*");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern SPANISH =
      Pattern.compile(
          "[áéíóúñ¿¡]|\\b(el|los|las|del|una|ha|sido|usuario|voto|subido|jugador|jurado|ciudad"
              + "|correctamente|exitosamente)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @Test
  void noSourceHasSpanishInIt() throws IOException {
    var found = new ArrayList<String>();

    for (Path source : sources()) {
      if (!ALLOWED.containsKey(source.getFileName().toString())) {
        spanish(Files.readString(source))
            .forEach(text -> found.add(PROJECT.relativize(source) + ": " + text));
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void everyExceptionIsNeeded() throws IOException {
    List<Path> sources = sources();
    for (String name : ALLOWED.keySet()) {
      assertThat(sources)
          .filteredOn(source -> source.endsWith(name))
          .singleElement()
          .satisfies(source -> assertThat(spanish(Files.readString(source))).isNotEmpty());
    }
  }

  @Test
  void textsAreFoundAndCommentsAndExamplesAreNot() {
    assertThat(spanish("answer(\"El clip ha llegado\");"))
        .containsExactly("\"El clip ha llegado\"");
    assertThat(spanish("answer(\"Contraseña\");")).hasSize(1);
    assertThat(spanish("/** El clip. */\n// el clip\n@Schema(example = \"Es su tío.\")")).isEmpty();
    assertThat(spanish("\"select id from video\"")).isEmpty();
  }

  private static List<String> spanish(String source) {
    String code = COMMENT.matcher(EXAMPLE.matcher(source).replaceAll("")).replaceAll("");
    return LITERAL
        .matcher(code)
        .results()
        .map(literal -> literal.group())
        .filter(literal -> SPANISH.matcher(literal).find())
        .toList();
  }

  private static List<Path> sources() throws IOException {
    var sources = new ArrayList<Path>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module + "/src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }
}
