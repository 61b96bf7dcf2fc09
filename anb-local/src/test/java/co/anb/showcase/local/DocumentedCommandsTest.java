package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What README and CONTRIBUTING tell to type names only what exists, and works on a fresh clone. */
class DocumentedCommandsTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /** A block of code, or code within a sentence, which may go on in the next line. */
  private static final Pattern CODE = Pattern.compile("(?s)```\\w*\\n(.*?)```|`([^`]+)`");

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ *\\$? *((?:mvn|npm|\\./anb|\\.ci/run|bench/)[^#\\n]*)");

  private static final Set<String> OF_MAVEN =
      Set.of(
          "test",
          "it.test",
          "surefire.failIfNoSpecifiedTests",
          "failsafe.failIfNoSpecifiedTests",
          "maven.test.skip");

  private static final Set<String> NO_SOURCES =
      Set.of("node_modules", "target", ".git", "var", "dist");

  private static List<String> code;
  private static List<String> commands;
  private static Set<String> classes;

  @BeforeAll
  static void read() throws IOException {
    String text =
        Files.readString(PROJECT.resolve("README.md"))
            + Files.readString(PROJECT.resolve("CONTRIBUTING.md"));
    code =
        CODE.matcher(text)
            .results()
            .map(found -> found.group(1) == null ? joined(found.group(2)) : found.group(1))
            .toList();
    commands = code.stream().flatMap(each -> groups(COMMAND, each)).map(String::strip).toList();
    classes = new HashSet<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = NO_SOURCES.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
              classes.add(name.substring(0, name.length() - ".java".length()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void theTwoCommandsAndMavensAreFound() {
    assertThat(commands)
        .contains("./anb up", "./anb test", ".ci/run")
        .anyMatch(command -> command.startsWith("mvn ") && command.contains("-Dit.test="))
        .anyMatch(command -> command.startsWith("npm run "));
  }

  @Test
  void modulesExistAndAreBuiltWithWhatTheyNeed() {
    assertThat(named(Pattern.compile(" -pl (\\S+)")))
        .isNotEmpty()
        .flatMap(modules -> List.of(modules.split(",")))
        .allSatisfy(module -> assertThat(PROJECT.resolve(module).resolve("pom.xml")).exists());
    assertThat(commands)
        .filteredOn(command -> command.contains(" -pl "))
        .allMatch(command -> command.contains(" -am"), "builds the modules it needs");
  }

  @Test
  void testClassesExist() {
    assertThat(named(Pattern.compile("-D(?:it\\.)?test=(\\S+)")))
        .isNotEmpty()
        .filteredOn(Predicate.not("None"::equals))
        .allSatisfy(name -> assertThat(classes).contains(name));
    assertThat(code.stream().filter(Pattern.compile("[A-Z]\\w+(IT|Test)").asMatchPredicate()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(classes).contains(name));
  }

  @Test
  void propertiesAreRead() {
    List<String> own =
        code.stream()
            .flatMap(each -> groups(Pattern.compile("(?:^|\\s)\"?-D([\\w.]+)"), each))
            .filter(Predicate.not(OF_MAVEN::contains))
            .distinct()
            .toList();
    assertThat(own)
        .isNotEmpty()
        .allSatisfy(
            property ->
                assertThat(mentions("anb-it/src/test/java", property))
                    .as("a test that reads %s", property)
                    .isTrue());
  }

  @Test
  void npmScriptsExist() throws IOException {
    Path file = PROJECT.resolve("anb-web/src/main/frontend/package.json");
    Set<String> scripts;
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      scripts = reader.readObject().getJsonObject("scripts").keySet();
    }
    assertThat(code.stream().flatMap(each -> groups(Pattern.compile("npm run ([\\w:-]+)"), each)))
        .isNotEmpty()
        .allSatisfy(script -> assertThat(scripts).contains(script));
    assertThat(code.stream().flatMap(each -> groups(Pattern.compile("-Danb\\.e2e=(\\w+)"), each)))
        .isNotEmpty()
        .allSatisfy(script -> assertThat(scripts).contains(script));
  }

  @Test
  void commandsOfTheScriptExist() throws IOException {
    Set<String> known = new HashSet<>();
    groups(
            Pattern.compile("(?m)^  ((?:[a-z-]+)(?: \\| [a-z-]+)*)(?: \\| -h \\| --help)?\\)$"),
            Files.readString(PROJECT.resolve("anb")))
        .forEach(names -> known.addAll(List.of(names.split(" \\| "))));
    assertThat(known).contains("up", "test", "demo", "help");
    assertThat(code.stream().flatMap(each -> groups(Pattern.compile("\\./anb ([a-z-]+)"), each)))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(known).contains(command));
  }

  @Test
  void benchmarksExist() {
    assertThat(code.stream().filter(each -> each.matches("bench/\\w+")))
        .isNotEmpty()
        .allSatisfy(benchmark -> assertThat(PROJECT.resolve(benchmark)).isExecutable());
  }

  private static List<String> named(Pattern pattern) {
    return commands.stream().flatMap(command -> groups(pattern, command)).toList();
  }

  private static Stream<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private static String joined(String lines) {
    return lines.replaceAll("\\s+", " ");
  }

  private static boolean mentions(String folder, String word) {
    try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .anyMatch(file -> contains(file, "\"" + word + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return Files.readString(file).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
