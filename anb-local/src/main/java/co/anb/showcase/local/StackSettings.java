package co.anb.showcase.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a stack shall run.
 *
 * @param projectDirectory the project's root, whose modules are built
 * @param stateDirectory where data, secrets and logs are kept
 * @param ports the wanted ports; 0 or absent for any free one
 * @param heaps the largest heap of server and worker, such as {@code 256m}
 * @param environment added to the settings of server and worker
 * @param database a database that runs elsewhere, or null to run one
 * @param kafka a broker that runs elsewhere, or null to run one
 */
record StackSettings(
    Path projectDirectory,
    Path stateDirectory,
    Map<StackComponent, Integer> ports,
    Map<StackComponent, String> heaps,
    Map<StackComponent, Map<String, String>> environment,
    ExternalDatabase database,
    String kafka) {

  private static final String PARTITIONS_VARIABLE = "ANB_KAFKA_TASKS_PARTITIONS";
  private static final int DEFAULT_PARTITIONS = 12;

  StackSettings {
    ports = Map.copyOf(ports);
    heaps = Map.copyOf(heaps);
    var copy = new EnumMap<StackComponent, Map<String, String>>(StackComponent.class);
    environment.forEach((component, settings) -> copy.put(component, Map.copyOf(settings)));
    environment = Map.copyOf(copy);
  }

  /** A database that this stack does not run. */
  record ExternalDatabase(String url, String user, String password) {}

  /** What is added to the settings of a component; empty if nothing is. */
  Map<String, String> environment(StackComponent component) {
    return environment.getOrDefault(component, Map.of());
  }

  /** How many partitions the topic of tasks has. */
  int partitions() {
    String wanted =
        environment(StackComponent.SERVER)
            .getOrDefault(PARTITIONS_VARIABLE, System.getenv(PARTITIONS_VARIABLE));
    return wanted == null ? DEFAULT_PARTITIONS : Integer.parseInt(wanted);
  }

  /** Refuses to go on without a file that the build makes. */
  static void requireBuilt(Path file) {
    if (!Files.exists(file)) {
      throw new StackException(file + " is missing: build the project first (./anb up does).");
    }
  }

  Path serverJar() {
    return projectDirectory.resolve("payara-config/target/runtime/anb-server.jar");
  }

  Path ear() {
    return projectDirectory.resolve("anb-ear/target/anb.ear");
  }

  Path workerJar() {
    return projectDirectory.resolve("anb-worker/target/anb-worker.jar");
  }

  Path migrationJar() {
    return projectDirectory.resolve("db/liquibase/target/anb-db-1.0.0-SNAPSHOT.jar");
  }
}
