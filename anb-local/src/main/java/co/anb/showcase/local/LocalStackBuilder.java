package co.anb.showcase.local;

import co.anb.showcase.local.StackSettings.ExternalDatabase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells how the stack shall run. */
public final class LocalStackBuilder {

  private final Map<StackComponent, Integer> ports = new EnumMap<>(StackComponent.class);
  private final Map<StackComponent, String> heaps = new EnumMap<>(StackComponent.class);
  private final Map<StackComponent, Map<String, String>> environment =
      new EnumMap<>(StackComponent.class);
  private Path projectDirectory = Path.of("").toAbsolutePath();
  private Path stateDirectory = projectDirectory.resolve("var");
  private ExternalDatabase database;
  private String kafka;
  private Consumer<String> news = words -> {};

  LocalStackBuilder() {}

  /** The project's root, whose modules are built. */
  public LocalStackBuilder projectDirectory(Path directory) {
    projectDirectory = directory.toAbsolutePath().normalize();
    return this;
  }

  /** Where data, secrets and logs are kept; made if missing. */
  public LocalStackBuilder stateDirectory(Path directory) {
    stateDirectory = directory.toAbsolutePath().normalize();
    return this;
  }

  /** The port of a component; 0, the default, takes a free one. */
  public LocalStackBuilder port(StackComponent component, int port) {
    ports.put(component, port);
    return this;
  }

  /** The largest heap of the server or the worker, such as {@code 256m}. */
  public LocalStackBuilder heap(StackComponent component, String size) {
    heaps.put(component, size);
    return this;
  }

  /** A setting for the server or the worker, by its environment variable. */
  public LocalStackBuilder environment(StackComponent component, String variable, String value) {
    environment.computeIfAbsent(component, key -> new HashMap<>()).put(variable, value);
    return this;
  }

  /** Uses a database that runs elsewhere. */
  public LocalStackBuilder externalDatabase(String url, String user, String password) {
    database = new ExternalDatabase(url, user, password);
    return this;
  }

  /** Uses a broker that runs elsewhere. */
  public LocalStackBuilder externalKafka(String bootstrapServers) {
    kafka = bootstrapServers;
    return this;
  }

  /** Who is told what happens. */
  public LocalStackBuilder news(Consumer<String> listener) {
    news = listener;
    return this;
  }

  /** The stack, not yet started. */
  public LocalStack build() {
    return new LocalStack(
        new StackSettings(
            projectDirectory, stateDirectory, ports, heaps, environment, database, kafka),
        news);
  }
}
