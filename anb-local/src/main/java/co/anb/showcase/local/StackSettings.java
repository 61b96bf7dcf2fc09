package co.anb.showcase.local;

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

  StackSettings {
    ports = Map.copyOf(ports);
    heaps = Map.copyOf(heaps);
    var copy = new EnumMap<StackComponent, Map<String, String>>(StackComponent.class);
    environment.forEach((component, settings) -> copy.put(component, Map.copyOf(settings)));
    environment = Map.copyOf(copy);
  }

  /** A database that this stack does not run. */
  record ExternalDatabase(String url, String user, String password) {}

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
