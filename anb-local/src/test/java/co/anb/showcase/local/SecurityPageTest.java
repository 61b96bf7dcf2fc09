package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on security claims has a test, and the test is there. */
class SecurityPageTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern ROW =
      Pattern.compile("^\\| (V[0-9].*?) \\| (yes|partly|no|n/a) \\| (.+) \\|$", Pattern.MULTILINE);

  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");

  private record Claim(String section, String state, String words) {}

  @Test
  void everyTestOfThePageExists() throws IOException {
    Set<String> named =
        TEST.matcher(page()).results().map(name -> name.group(1)).collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void everyYesNamesItsTestAndEverythingElseItsReason() throws IOException {
    List<Claim> claims =
        ROW.matcher(page())
            .results()
            .map(row -> new Claim(row.group(1), row.group(2), row.group(3)))
            .toList();

    assertThat(claims).hasSizeGreaterThan(60);
    assertThat(claims)
        .filteredOn(claim -> claim.state().equals("yes"))
        .allMatch(claim -> TEST.matcher(claim.words()).find());
    assertThat(claims)
        .filteredOn(claim -> !claim.state().equals("yes"))
        .allMatch(claim -> TEST.matcher(claim.words()).replaceAll("").length() > 10);
    assertThat(claims).extracting(Claim::section).doesNotHaveDuplicates();
  }

  /** A row that the pattern above does not read would not be checked. */
  @Test
  void everyRowOfTheTableIsRead() throws IOException {
    long rows = page().lines().filter(line -> line.startsWith("| V")).count();

    assertThat(ROW.matcher(page()).results().map(MatchResult::group)).hasSize((int) rows);
  }

  private static String page() throws IOException {
    return Files.readString(PROJECT.resolve("docs/security.md"));
  }

  private static Set<String> tests() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      List<Path> roots =
          Stream.concat(modules, Stream.of(PROJECT.resolve("db/liquibase")))
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .toList();
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          files.map(file -> file.getFileName().toString().replace(".java", "")).forEach(names::add);
        }
      }
    }
    return names;
  }
}
