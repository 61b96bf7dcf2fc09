package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents: their links lead somewhere, diffs can show their lines, decisions look alike. */
class DocumentsTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DECISIONS = PROJECT.resolve("docs/adr");

  private static final List<String> MODULES =
      List.of(
          "anb-domain",
          "anb-ejb",
          "anb-web",
          "anb-worker",
          "anb-local",
          "anb-openapi",
          "anb-it",
          "db/liquibase",
          "payara-config");

  /** Prose is wrapped at 110; a link or a command may stick out a little. */
  private static final int WIDEST = 120;

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  /** A class, or what looks like one: two humps at least. */
  private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})`");

  /** Names with two humps that are none of our classes. */
  private static final Set<String> FOREIGN = Set.of("EventSource", "RolesAllowed", "PermitAll");

  @Test
  void linksLeadToFilesAndHeadings() {
    var broken = new ArrayList<String>();

    for (Path page : pages("README.md", "CONTRIBUTING.md", "docs")) {
      LINK.matcher(prose(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.startsWith("http"))
          .filter(link -> !leads(page, link))
          .forEach(link -> broken.add(PROJECT.relativize(page) + ": " + link));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void proseIsWrapped() {
    var wide = new ArrayList<String>();

    for (Path page : pages("docs")) {
      prose(page)
          .lines()
          .filter(line -> line.length() > WIDEST)
          .filter(line -> !line.startsWith("|") && !line.startsWith("<"))
          // A long command that must not be broken.
          .filter(line -> !line.strip().matches("`[^`]+`\\.?"))
          .forEach(line -> wide.add(PROJECT.relativize(page) + ": " + line));
    }

    assertThat(wide).as("lines over " + WIDEST + " characters").isEmpty();
  }

  @Test
  void decisionsHaveTheSameHeadingsAndAStatus() {
    for (Path decision : decisions()) {
      String text = prose(decision);
      List<String> headings =
          text.lines().filter(line -> line.startsWith("## ")).map(String::strip).toList();

      assertThat(headings)
          .as(decision.getFileName().toString())
          .containsExactly("## Context", "## Decision", "## Consequences", "## Alternatives");
      assertThat(text)
          .as(decision.getFileName().toString())
          .containsPattern(
              "(?m)^\\*\\*Status:\\*\\* (accepted|superseded by ADR \\d+),"
                  + " \\d{4}-\\d\\d-\\d\\d\\.");
    }
  }

  @Test
  void theIndexOfDecisionsIsCompleteAndInOrder() {
    List<String> listed =
        Pattern.compile("(?m)^\\| (\\d+) \\| \\[[^]]+]\\((\\d{4})-[a-z0-9-]+\\.md\\) \\|")
            .matcher(read(DECISIONS.resolve("README.md")))
            .results()
            .map(row -> "%04d".formatted(Integer.parseInt(row.group(1))) + " " + row.group(2))
            .toList();
    List<String> expected =
        decisions().stream()
            .map(file -> file.getFileName().toString().substring(0, 4))
            .map(number -> number + " " + number)
            .toList();

    assertThat(listed).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void pagesThatLeadToCodeNameClassesThatThereAre() {
    Set<String> files = new HashSet<>();
    for (String module : MODULES) {
      names(PROJECT.resolve(module).resolve("src")).forEach(files::add);
    }
    var missing = new ArrayList<String>();

    for (String page :
        List.of(
            "docs/glossary.md",
            "docs/where-do-i-change.md",
            "docs/architecture.md",
            "docs/api.md")) {
      CLASS
          .matcher(read(PROJECT.resolve(page)))
          .results()
          .map(name -> name.group(1))
          .filter(name -> !files.contains(name) && !FOREIGN.contains(name))
          .forEach(name -> missing.add(page + ": " + name));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void theGlossaryNamesThePackageOfEveryClass() {
    Set<String> classes = new HashSet<>();
    for (String module : MODULES) {
      files(PROJECT.resolve(module).resolve("src"))
          .map(file -> file.toString().replace('/', '.'))
          .forEach(classes::add);
    }
    var wrong = new ArrayList<String>();

    Pattern.compile("`(\\w+)`, `([a-z]+\\.[a-z]+)`")
        .matcher(read(PROJECT.resolve("docs/glossary.md")))
        .results()
        .map(place -> ".showcase." + place.group(2) + "." + place.group(1) + ".java")
        .filter(place -> classes.stream().noneMatch(name -> name.endsWith(place)))
        .forEach(wrong::add);

    assertThat(wrong).isEmpty();
  }

  private static boolean leads(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || anchors(target).contains(parts[1]);
  }

  /** The anchors that GitHub gives to headings. */
  private static Set<String> anchors(Path page) {
    var anchors = new HashSet<String>();
    HEADING
        .matcher(prose(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(words -> words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .forEach(anchors::add);
    return anchors;
  }

  private static List<Path> pages(String... paths) {
    return Stream.of(paths)
        .map(PROJECT::resolve)
        .flatMap(DocumentsTest::files)
        .filter(file -> file.toString().endsWith(".md"))
        .toList();
  }

  private static List<Path> decisions() {
    return files(DECISIONS)
        .filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
        .sorted()
        .toList();
  }

  private static Stream<String> names(Path folder) {
    return files(folder)
        .map(file -> file.getFileName().toString())
        .filter(name -> name.matches(".*\\.(java|tsx?)"))
        .map(name -> name.replaceAll("\\..*", ""));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.toString().contains("node_modules"))
          .filter(Files::isRegularFile)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page without its blocks of code. */
  private static String prose(Path page) {
    return FENCED.matcher(read(page)).replaceAll("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
