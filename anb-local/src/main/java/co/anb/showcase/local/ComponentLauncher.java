package co.anb.showcase.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts web servers and workers with the settings that connect them to this stack. */
final class ComponentLauncher {

  private static final String NO_PROXY = "none";

  private final StackSettings settings;
  private final StateDirectory state;
  private final Secrets secrets;
  private final StackDatabase database;
  private final String bootstrapServers;

  ComponentLauncher(
      StackSettings settings,
      StateDirectory state,
      Secrets secrets,
      StackDatabase database,
      String bootstrapServers) {
    this.settings = settings;
    this.state = state;
    this.secrets = secrets;
    this.database = database;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts a web server and returns at once. */
  ChildProcess server(StackComponent component, int port, int managementPort) {
    StackSettings.requireBuilt(settings.serverJar());
    StackSettings.requireBuilt(settings.ear());
    Map<String, String> environment = commonEnvironment(database.serverEnvironment());
    environment.put("ANB_EAR", settings.ear().toString());
    environment.put("ANB_HTTP_HOST", "127.0.0.1");
    environment.put("ANB_HTTP_PORT", Integer.toString(port));
    environment.put("ANB_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("ANB_MANAGEMENT_PORT", Integer.toString(managementPort));
    // No proxy stands before it, so no client's word about its address counts.
    environment.put(
        "ANB_HTTP_TRUSTED_PROXIES",
        System.getenv().getOrDefault("ANB_HTTP_TRUSTED_PROXIES", NO_PROXY));
    // Each server has a store and a transaction log of its own.
    String suffix = component == StackComponent.SERVER ? "" : "-2";
    environment.put("ANB_JMS_DATA_DIRECTORY", state.root().resolve("jms" + suffix).toString());
    environment.put("ANB_SERVER_DIRECTORY", state.root().resolve("server" + suffix).toString());
    environment.put("ANB_AUDIT_KEY", secrets.password("audit"));
    environment.put("ANB_JWT_PRIVATE_KEY_FILE", secrets.privateKey().toString());
    environment.put("ANB_JWT_PUBLIC_KEY_FILE", secrets.publicKey().toString());
    environment.put("ANB_ADMIN_EMAIL", Secrets.ADMIN_EMAIL);
    environment.put("ANB_ADMIN_PASSWORD", secrets.password(Secrets.ADMIN));
    environment.putAll(settings.environment(StackComponent.SERVER));
    return launch(component, settings.serverJar(), "512m", environment);
  }

  /** Starts a worker and returns at once. */
  ChildProcess worker(StackComponent component, int port) {
    StackSettings.requireBuilt(settings.workerJar());
    Map<String, String> environment = commonEnvironment(database.workerEnvironment());
    environment.put("ANB_WORKER_NAME", "local-" + component.fileName());
    environment.put("ANB_WORKER_WORK_DIRECTORY", state.root().resolve("work").toString());
    environment.put("ANB_WORKER_HTTP_PORT", Integer.toString(port));
    environment.putAll(settings.environment(StackComponent.WORKER));
    return launch(component, settings.workerJar(), "128m", environment);
  }

  private ChildProcess launch(
      StackComponent component, Path jar, String defaultHeap, Map<String, String> environment) {
    environment.putAll(settings.environment(component));
    String heap = settings.heaps().getOrDefault(component, defaultHeap);
    List<String> arguments = new ArrayList<>(List.of("-Xmx" + heap));
    if (component == StackComponent.WORKER || component == StackComponent.SECOND_WORKER) {
      // A worker needs little, and all of it at once: memory that grows is then a leak.
      arguments.addAll(List.of("-Xms" + heap, "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));
    }
    arguments.addAll(List.of("-jar", jar.toString()));
    return ChildProcess.java(component, state, arguments, environment);
  }

  private Map<String, String> commonEnvironment(Map<String, String> databaseAccess) {
    var environment = new HashMap<String, String>(databaseAccess);
    environment.put("ANB_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("ANB_KAFKA_TOPIC_TASKS", KafkaBroker.TASKS_TOPIC);
    environment.put("ANB_KAFKA_TOPIC_EVENTS", KafkaBroker.EVENTS_TOPIC);
    environment.put("ANB_KAFKA_TASKS_PARTITIONS", Integer.toString(settings.partitions()));
    environment.put("ANB_MEDIA_ROOT", state.media().toString());
    return environment;
  }
}
