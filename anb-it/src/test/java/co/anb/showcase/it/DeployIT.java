package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for other platforms (containers, Ansible) name only settings and files that exist. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestOrder.BOTH)
class DeployIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path COMPOSE = PROJECT.resolve("deploy/compose");

  @Test
  void theComposeFileSetsOnlyWhatIsASetting() throws IOException {
    Map<String, Object> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(COMPOSE.resolve("compose.yaml")));
    Set<String> set = new TreeSet<>();
    services(file)
        .forEach(
            service -> {
              if (service.get("environment") instanceof Map<?, ?> environment) {
                environment.keySet().forEach(name -> set.add(name.toString()));
              }
            });
    set.removeIf(name -> !name.startsWith("ANB_"));
    assertThat(set).contains("ANB_DB_URL", "ANB_MEDIA_ROOT", "ANB_WORKER_CONCURRENCY");
    assertThat(settings()).containsAll(set);
  }

  @Test
  void theImagesAreMadeOfWhatIsBuilt() throws IOException {
    for (String file : new String[] {"web.Dockerfile", "worker.Dockerfile"}) {
      Set<String> sources =
          Pattern.compile("(?m)^COPY (\\S+) ")
              .matcher(Files.readString(COMPOSE.resolve(file)))
              .results()
              .map(result -> result.group(1))
              .collect(Collectors.toSet());
      assertThat(sources).isNotEmpty();
      assertThat(sources).allSatisfy(source -> assertThat(PROJECT.resolve(source)).exists());
    }
  }

  /** The environment's form of every setting on its page. */
  private static Set<String> settings() throws IOException {
    return Pattern.compile("`(anb\\.[a-z.-]+[a-z])`")
        .matcher(Files.readString(PROJECT.resolve("docs/settings.md")))
        .results()
        .map(result -> result.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<Map<?, ?>> services(Map<String, Object> file) {
    return ((Map<?, ?>) file.get("services")).values().stream().map(service -> (Map<?, ?>) service);
  }
}
