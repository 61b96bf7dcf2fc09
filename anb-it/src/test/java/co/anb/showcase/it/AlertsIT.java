package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The rules are what Prometheus takes, do what they say, and tell where to read on. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestOrder.BOTH)
class AlertsIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path OBSERVABILITY = PROJECT.resolve("observability");

  @Test
  void prometheusTakesTheRulesAndTheyFireOnWhatTheyAreFor() throws Exception {
    run("check", "rules", "rules/anb.yml");
    run("check", "config", "prometheus.yml");
    run("test", "rules", "rules/anb_test.yml");
  }

  @Test
  void everyAlertHasATestAndAnEntryInTheRunbook() throws Exception {
    Set<String> alerts = find("alert: (\\w+)", OBSERVABILITY.resolve("rules/anb.yml"));
    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(find("alertname: (\\w+)", OBSERVABILITY.resolve("rules/anb_test.yml")))
        .isEqualTo(alerts);
    assertThat(find("(?m)^### (Anb\\w+)$", PROJECT.resolve("docs/runbook.md"))).isEqualTo(alerts);
  }

  private static Set<String> find(String pattern, Path file) throws Exception {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .forEach(result -> found.add(result.group(1)));
    return found;
  }

  private static void run(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(OBSERVABILITY.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
