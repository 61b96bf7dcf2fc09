package co.anb.showcase.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/settings.md lists what the code reads, with the defaults that the code has. */
class SettingsPageTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = PROJECT.resolve("docs/settings.md");

  /** A row of the page: name, default, the rest. */
  private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z0-9_.-]+)` \\| ([^|]*) \\| .*");

  private static final Pattern NAME = Pattern.compile("\"(anb(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\bANB_[A-Z0-9_]+\\b");

  /** The ways in which code reads a setting: name, then the default if it has one. */
  private static final List<Pattern> READ =
      List.of(
          Pattern.compile(
              "@ConfigProperty\\(\\s*name = \"(anb\\.[a-z0-9.-]+)\""
                  + "(?:,\\s*defaultValue =\\s*\"([^\"]*)\")?"),
          Pattern.compile("(?:required|getValue)\\(\\s*\"(anb\\.[a-z0-9.-]+)\"()"),
          Pattern.compile(
              "(?:optional|number|text|seconds)\\("
                  + "(?:config, )?\\s*\"(anb\\.[a-z0-9.-]+)\",\\s*(\"[^\"]*\"|\\d+)"));

  /** Names that are no settings: the JMS queue. Metrics are known by their file's imports. */
  private static final Set<String> OTHER_NAMES = Set.of("anb.video.tasks");

  /** A kind of fraud with its default thresholds; its settings' names are put together. */
  private static final Pattern FRAUD_KIND =
      Pattern.compile("(?m)^ {2}([A-Z_]+)\\(([\\d_]+), ([\\d_]+), (?:true|false)\\)");

  @Test
  void everythingThatCodeReadsIsOnThePageAndNothingElse() {
    Set<String> read = names(productSources());

    Set<String> listed =
        rows().keySet().stream().filter(name -> name.startsWith("anb.")).collect(toSet());

    assertThat(read).hasSizeGreaterThan(60);
    assertThat(without(read, listed)).as("read, but not on the page").isEmpty();
    assertThat(without(listed, read)).as("on the page, but read nowhere").isEmpty();
  }

  @Test
  void defaultsAreThoseOfTheCode() {
    Map<String, String> rows = rows();
    var checked = new TreeSet<String>();

    defaults()
        .forEach(
            (name, value) -> {
              checked.add(name);
              assertThat(rows.get(name)).as(name).isEqualTo("`" + value + "`");
            });

    Set<String> literal =
        rows.entrySet().stream()
            .filter(row -> row.getKey().startsWith("anb."))
            .filter(row -> row.getValue().matches("`[^`]*`"))
            .map(Map.Entry::getKey)
            .collect(toSet());
    assertThat(checked).isEqualTo(new TreeSet<>(literal));
  }

  @Test
  void whatIsRequiredHasNoDefaultInTheCode() {
    Set<String> required =
        rows().entrySet().stream()
            .filter(row -> row.getValue().equals("*required*"))
            .map(Map.Entry::getKey)
            .collect(toSet());

    assertThat(required).contains("anb.db.url", "anb.audit.key").doesNotContain("anb.public-url");
    assertThat(defaults().keySet()).doesNotContainAnyElementsOf(required);
  }

  @Test
  void everyVariableOfAScriptOrCommandIsOnThePage() {
    Set<String> listed = variables(rows().keySet());
    Set<String> used =
        Stream.concat(
                sources("anb-local", "anb-backup", "bench", "db/liquibase"),
                texts("anb", "anb-dist/src", "nfs", "payara-config/nginx", "deploy"))
            .flatMap(text -> VARIABLE.matcher(text).results())
            .map(MatchResult::group)
            .collect(toSet());

    assertThat(used).hasSizeGreaterThan(30);
    assertThat(without(used, listed)).as("used, but not on the page").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "anb-dist/src/web/etc/web.env, anb-ejb anb-web payara-config",
    "anb-dist/src/worker/etc/worker.env, anb-worker"
  })
  void aPackagesFileHasEverySettingOfItsRoleWithItsDefault(String file, String modules) {
    List<Matcher> settings =
        read(PROJECT.resolve(file))
            .lines()
            .map(Pattern.compile("(#?)((?:ANB|OTEL)_[A-Z0-9_]+)=(.*)")::matcher)
            .filter(Matcher::matches)
            .toList();
    Map<String, String> lines =
        settings.stream().collect(toMap(line -> line.group(2), line -> line.group(3)));
    // What is not commented out is what a real contest needs.
    Set<String> changed =
        settings.stream()
            .filter(line -> line.group(1).isEmpty())
            .map(line -> line.group(2))
            .collect(toSet());
    Map<String, String> defaults = defaults();

    for (String name : names(sources(modules.split(" ")))) {
      assertThat(lines).as(file).containsKey(variable(name));
      if (defaults.containsKey(name) && !changed.contains(variable(name))) {
        assertThat(lines.get(variable(name))).as(name).isEqualTo(defaults.get(name));
      }
    }
    assertThat(without(lines.keySet(), variables(rows().keySet())))
        .as("in " + file + ", but not on the page")
        .isEmpty();
  }

  @Test
  void otherPagesNameOnlySettingsOfThePage() {
    Set<String> listed = rows().keySet();
    Set<String> variables = variables(listed);
    var unknown = new TreeSet<String>();

    for (String page : List.of("README.md", "CONTRIBUTING.md", "docs", "deploy")) {
      texts(page)
          .forEach(
              text -> {
                Pattern.compile("`(anb\\.[a-z0-9-]+\\.[a-z0-9.-]+[a-z])`")
                    .matcher(text)
                    .results()
                    .map(name -> name.group(1))
                    .filter(name -> !listed.contains(name))
                    .forEach(unknown::add);
                VARIABLE
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !variables.contains(name))
                    .forEach(unknown::add);
              });
    }

    assertThat(unknown).isEmpty();
  }

  private static Set<String> without(Set<String> names, Set<String> others) {
    var rest = new TreeSet<>(names);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, String> rows() {
    return read(PAGE)
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .collect(toMap(row -> row.group(1), row -> row.group(2), (one, other) -> one));
  }

  private static Set<String> names(Stream<String> sources) {
    var names = new HashSet<String>();
    sources.forEach(
        source -> {
          NAME.matcher(source).results().map(name -> name.group(1)).forEach(names::add);
          names.addAll(fraudDefaults(source).keySet());
        });
    names.removeAll(OTHER_NAMES);
    return names;
  }

  /** What the code falls back to, where that is a literal; required somewhere is required. */
  private static Map<String, String> defaults() {
    var defaults = new TreeMap<String, String>();
    var required = new HashSet<String>();
    productSources()
        .forEach(
            source -> {
              for (Pattern way : READ) {
                way.matcher(source)
                    .results()
                    .forEach(
                        read -> {
                          String value = read.group(2);
                          if (value == null || value.isEmpty()) {
                            required.add(read.group(1));
                          } else {
                            defaults.put(read.group(1), value.replace("\"", ""));
                          }
                        });
              }
              if (source.contains("List.of(\"anb.db.url\"")) {
                required.add("anb.db.password");
              }
              defaults.putAll(fraudDefaults(source));
            });
    defaults.keySet().removeAll(required);
    return defaults;
  }

  private static Map<String, String> fraudDefaults(String source) {
    var defaults = new TreeMap<String, String>();
    if (source.contains("enum FraudKind ")) {
      FRAUD_KIND
          .matcher(source)
          .results()
          .forEach(
              kind -> {
                String name =
                    "anb.fraud." + kind.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                defaults.put(name + ".votes", kind.group(2).replace("_", ""));
                defaults.put(name + ".seconds", kind.group(3).replace("_", ""));
              });
    }
    return defaults;
  }

  private static Stream<String> productSources() {
    return sources("anb-ejb", "anb-web", "anb-worker", "payara-config");
  }

  /** The Java files of modules, without those that name metrics. */
  private static Stream<String> sources(String... modules) {
    return Stream.of(modules)
        .map(module -> PROJECT.resolve(module).resolve("src/main/java"))
        .flatMap(SettingsPageTest::files)
        .map(SettingsPageTest::read)
        .filter(source -> !source.contains("import io.micrometer."));
  }

  private static Stream<String> texts(String... paths) {
    return Stream.of(paths)
        .map(PROJECT::resolve)
        .flatMap(SettingsPageTest::files)
        .filter(file -> !file.toString().matches(".*\\.(jpg|png|svg|tf)"))
        .map(SettingsPageTest::read);
  }

  private static Stream<Path> files(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> variables(Set<String> names) {
    return names.stream().map(SettingsPageTest::variable).collect(toSet());
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
