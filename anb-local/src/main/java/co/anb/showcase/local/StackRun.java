package co.anb.showcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The steps by which a stack comes up and goes down, and what it consists of meanwhile. Not safe
 * for use by several threads; {@link LocalStack} lets one in at a time.
 */
final class StackRun {

  private static final Duration SERVER_STARTUP = Duration.ofMinutes(5);
  private static final Duration WORKER_STARTUP = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private static final List<StackComponent> STOPPED_IN_ORDER =
      List.of(
          StackComponent.SECOND_WORKER,
          StackComponent.WORKER,
          StackComponent.SECOND_SERVER,
          StackComponent.SERVER,
          StackComponent.KAFKA);

  private final StackSettings settings;
  private final Consumer<String> news;
  private final BooleanSupplier closing;
  private final HealthProbe health = new HealthProbe();
  private final ComponentProcesses processes;
  private final Map<StackComponent, Integer> ports = new EnumMap<>(StackComponent.class);
  private final Map<StackComponent, Integer> managementPorts = new EnumMap<>(StackComponent.class);

  private StateDirectory state;
  private StackLock lock;
  private LogRotation logs;
  private Secrets secrets;
  private TokenSigner tokens;
  private StackDatabase database;
  private String bootstrapServers;
  private KafkaBroker kafka;
  private ComponentLauncher launcher;

  /**
   * @param closing whether the stack is being stopped, so that waiting is in vain
   * @param relaunch takes a component and its process that ran out of memory
   */
  StackRun(
      StackSettings settings,
      Consumer<String> news,
      BooleanSupplier closing,
      BiConsumer<StackComponent, ChildProcess> relaunch) {
    this.settings = settings;
    this.news = news;
    this.closing = closing;
    processes = new ComponentProcesses(news, relaunch);
  }

  /** Brings up everything. */
  void startAll() {
    prepare();
    startBroker();
    startDatabase();
    migrate();
    awaitBroker();
    launcher = new ComponentLauncher(settings, state, secrets, database, bootstrapServers);
    launch(StackComponent.SERVER);
    launch(StackComponent.WORKER);
    await(StackComponent.SERVER);
    await(StackComponent.WORKER);
    describe().write(state.description());
  }

  /** Brings up the database with the latest schema. */
  void startDatabaseOnly() {
    prepare();
    startDatabase();
    migrate();
  }

  private void prepare() {
    if (closing.getAsBoolean()) {
      throw new StackException("The stack has been closed.");
    }
    state = StateDirectory.prepare(settings.stateDirectory());
    lock = StackLock.take(state);
    endLeftovers();
    logs = LogRotation.of(state.logs());
    secrets = new Secrets(state.secrets());
    secrets.ensureKeyPair();
    tokens = new TokenSigner(secrets.privateKey());
    for (var server : List.of(StackComponent.SERVER, StackComponent.SECOND_SERVER)) {
      managementPorts.put(server, Ports.free());
    }
    for (StackComponent component : StackComponent.values()) {
      boolean elsewhere =
          (component == StackComponent.POSTGRES && settings.database() != null)
              || (component == StackComponent.KAFKA && settings.kafka() != null);
      if (!elsewhere) {
        ports.put(component, Ports.resolve(component, settings.ports().getOrDefault(component, 0)));
      }
    }
  }

  /** Ends processes that a stack left behind when its own process was killed. */
  private void endLeftovers() {
    for (StackComponent component : STOPPED_IN_ORDER) {
      new PidFile(state.pidFile(component)).endLeftover(GRACE);
    }
    Postgres.endLeftover(state);
  }

  private void startDatabase() {
    if (settings.database() != null) {
      database = StackDatabase.external(state, settings.database());
      return;
    }
    news.accept("Starting PostgreSQL");
    database = StackDatabase.start(state, ports.get(StackComponent.POSTGRES), secrets);
  }

  private void migrate() {
    news.accept("Migrating the schema");
    StackSettings.requireBuilt(settings.migrationJar());
    database.migrate(settings.migrationJar());
  }

  private void startBroker() {
    if (settings.kafka() != null) {
      bootstrapServers = settings.kafka();
      return;
    }
    news.accept("Starting Kafka");
    kafka = new KafkaBroker(state, ports.get(StackComponent.KAFKA), Ports.free());
    bootstrapServers = kafka.bootstrapServers();
    processes.add(StackComponent.KAFKA, kafka.start(), state);
  }

  private void awaitBroker() {
    Callable<Boolean> ready = KafkaBroker.topicsReady(bootstrapServers, settings.partitions());
    if (kafka != null) {
      processes.get(StackComponent.KAFKA).awaitHealthy(KafkaBroker.STARTUP, closing, ready);
    } else if (!Await.until(KafkaBroker.STARTUP, ready)) {
      throw new StackException("Kafka at " + bootstrapServers + " does not answer.");
    }
  }

  private void launch(StackComponent component) {
    news.accept("Starting " + component.title());
    int port = ports.get(component);
    ChildProcess process =
        switch (component) {
          case SERVER, SECOND_SERVER ->
              launcher.server(component, port, managementPorts.get(component));
          case WORKER, SECOND_WORKER -> launcher.worker(component, port);
          case KAFKA -> kafka.start();
          case POSTGRES -> throw new IllegalArgumentException("The database is no child");
        };
    processes.add(component, process, state);
  }

  private void await(StackComponent component) {
    switch (component) {
      // Not the readiness check: it may depend on components that a test has stopped.
      case SERVER, SECOND_SERVER -> awaitHealthy(component, SERVER_STARTUP, "/api/health");
      case WORKER, SECOND_WORKER -> awaitHealthy(component, WORKER_STARTUP, "/health/ready");
      case KAFKA -> awaitBroker();
      case POSTGRES -> throw new IllegalArgumentException("The database is no child");
    }
  }

  private void awaitHealthy(StackComponent component, Duration limit, String path) {
    String address = url(component) + path;
    processes.get(component).awaitHealthy(limit, closing, () -> health.answers(address));
  }

  /** Starts a component that does not run, and waits until it answers. */
  void start(StackComponent component) {
    processes.requireStopped(component);
    launch(component);
    await(component);
  }

  /** Starts a component again whose process has ended, unless it was started meanwhile. */
  void relaunch(StackComponent component, ChildProcess dead) {
    if (processes.get(component) == dead) {
      launch(component);
    }
  }

  /** Kills a component as a crash would. */
  void kill(StackComponent component) {
    processes.kill(component);
  }

  /** Stops a component in good order. */
  void stop(StackComponent component) {
    processes.stop(component);
  }

  /** The process of a component that runs; empty if it does not. */
  Optional<ProcessHandle> process(StackComponent component) {
    if (component == StackComponent.POSTGRES) {
      return database == null ? Optional.empty() : database.process();
    }
    return processes.handle(component);
  }

  /** Where a component answers over HTTP, without a slash at the end. */
  URI url(StackComponent component) {
    return URI.create("http://127.0.0.1:" + ports.get(component));
  }

  /** Where a web server tells its health and metrics, without a slash at the end. */
  URI managementUrl(StackComponent component) {
    return URI.create("http://127.0.0.1:" + managementPorts.get(component));
  }

  StateDirectory state() {
    return state;
  }

  Secrets secrets() {
    return secrets;
  }

  /** Signs tokens as the web server does. */
  TokenSigner tokens() {
    return tokens;
  }

  StackDatabase database() {
    return database;
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  private StackDescription describe() {
    return new StackDescription(
        ProcessHandle.current().pid(),
        url(StackComponent.SERVER).toString(),
        managementUrl(StackComponent.SERVER).toString(),
        url(StackComponent.WORKER).toString(),
        database.access().url(),
        bootstrapServers,
        state.media().toString());
  }

  /** Stops everything in reverse order. Safe to call twice. */
  void stopAll() {
    if (lock == null) {
      // Nothing was started, and whatever runs in this directory belongs to another stack.
      return;
    }
    for (StackComponent component : STOPPED_IN_ORDER) {
      stop(component);
    }
    if (database != null) {
      database.close();
    }
    if (logs != null) {
      logs.close();
      logs = null;
    }
    try {
      Files.deleteIfExists(state.description());
      lock.close();
      lock = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
