package co.anb.showcase.local;

import co.anb.showcase.local.StackSettings.ExternalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The whole product on this machine: PostgreSQL, Kafka, the web server and a worker, all bound to
 * the loopback address. The web server and the worker must have been built.
 *
 * <p>After {@link #start()} single components can be stopped, killed and started again, with the
 * ports and the data they had. Safe for use by several threads.
 */
public final class LocalStack implements AutoCloseable {

  private static final Duration SERVER_STARTUP = Duration.ofMinutes(5);
  private static final Duration WORKER_STARTUP = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final String ADMIN = "admin";
  static final String ADMIN_EMAIL = "admin@anb.example";
  private static final String TASKS_TOPIC = "video_tasks";
  private static final String EVENTS_TOPIC = "video_events";
  private static final String DEAD_LETTERS_TOPIC = "video_tasks.dlq";
  private static final int DEFAULT_PARTITIONS = 12;
  private static final String NO_PROXY = "none";

  private static final List<StackComponent> STOPPED_IN_ORDER =
      List.of(
          StackComponent.SECOND_WORKER,
          StackComponent.WORKER,
          StackComponent.SECOND_SERVER,
          StackComponent.SERVER,
          StackComponent.KAFKA);

  private final StackSettings settings;
  private final Consumer<String> news;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();
  private final ReentrantLock turn = new ReentrantLock();
  private final Map<StackComponent, ChildProcess> children = new EnumMap<>(StackComponent.class);
  private final Map<StackComponent, Integer> ports = new EnumMap<>(StackComponent.class);

  private final Map<StackComponent, Integer> managementPorts = new EnumMap<>(StackComponent.class);
  private final OutOfMemoryRestart outOfMemory = new OutOfMemoryRestart(this::relaunch);

  private volatile boolean closing;
  private StateDirectory state;
  private FileChannel lock;
  private LogRotation logs;
  private Secrets secrets;
  private TokenSigner tokens;
  private ExternalDatabase database;
  private String bootstrapServers;
  private Postgres postgres;
  private KafkaBroker kafka;

  private LocalStack(StackSettings settings, Consumer<String> news) {
    this.settings = settings;
    this.news = news;
  }

  /** A stack of its own kind; at least the two directories have to be told. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts everything and returns when all of it answers.
   *
   * @throws StackException naming what did not come up; whatever had come up is stopped again
   */
  public void start() {
    turn.lock();
    try {
      prepare();
      startBroker();
      startDatabase();
      migrate();
      awaitBroker();
      launchServer(StackComponent.SERVER);
      launchWorker(StackComponent.WORKER);
      awaitServer(StackComponent.SERVER);
      awaitWorker(StackComponent.WORKER);
      describe().write(state.description());
    } catch (RuntimeException e) {
      stopAll();
      throw e;
    } finally {
      turn.unlock();
    }
  }

  /** Brings the database up, with the newest schema, and nothing else. */
  public void startDatabaseOnly() {
    turn.lock();
    try {
      prepare();
      startDatabase();
      migrate();
    } catch (RuntimeException e) {
      stopAll();
      throw e;
    } finally {
      turn.unlock();
    }
  }

  private void prepare() {
    if (closing) {
      throw new StackException("The stack has been closed.");
    }
    state = StateDirectory.prepare(settings.stateDirectory());
    lockState();
    endLeftovers();
    logs = LogRotation.of(state.logs());
    secrets = new Secrets(state.secrets());
    secrets.ensureKeyPair();
    tokens = new TokenSigner(secrets.privateKey());
    for (StackComponent component : StackComponent.values()) {
      boolean elsewhere =
          (component == StackComponent.POSTGRES && settings.database() != null)
              || (component == StackComponent.KAFKA && settings.kafka() != null);
      if (!elsewhere) {
        ports.put(component, Ports.resolve(component, settings.ports().getOrDefault(component, 0)));
      }
    }
  }

  private void lockState() {
    Path file = state.run().resolve("stack.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        lock = channel;
        return;
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new StackException("A stack with its state in " + state.root() + " runs already.");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another stack of this very process has it.
      return false;
    }
  }

  /** What a stack left behind whose own process was killed. */
  private void endLeftovers() {
    for (StackComponent component : STOPPED_IN_ORDER) {
      new PidFile(state.pidFile(component)).endLeftover(GRACE);
    }
    Postgres.endLeftover(state);
  }

  private void startDatabase() {
    if (settings.database() != null) {
      database = settings.database();
      return;
    }
    news.accept("Starting PostgreSQL");
    int port = ports.get(StackComponent.POSTGRES);
    String password = secrets.password("database");
    postgres = Postgres.start(state, port, secrets.password("postgres"), password);
    database = new ExternalDatabase(Postgres.jdbcUrl(port), Postgres.user(), password);
  }

  private void migrate() {
    news.accept("Migrating the schema");
    requireBuilt(settings.migrationJar());
    Path log = state.log("migrate");
    int status =
        ChildProcess.runJava(
            state, log, List.of("-jar", settings.migrationJar().toString()), databaseEnvironment());
    if (status != 0) {
      throw new StackException(
          "The schema could not be migrated. The log is %s and ends with:%n%s"
              .formatted(log, StateDirectory.tail(log)));
    }
  }

  private void startBroker() {
    if (settings.kafka() != null) {
      bootstrapServers = settings.kafka();
      return;
    }
    news.accept("Starting Kafka");
    kafka = new KafkaBroker(state, ports.get(StackComponent.KAFKA), Ports.free());
    bootstrapServers = kafka.bootstrapServers();
    adopt(StackComponent.KAFKA, kafka.start());
  }

  private void awaitBroker() {
    Callable<Boolean> ready =
        KafkaBroker.topicsReady(
            bootstrapServers,
            Map.of(TASKS_TOPIC, partitions(), EVENTS_TOPIC, 1, DEAD_LETTERS_TOPIC, 1));
    if (kafka != null) {
      children.get(StackComponent.KAFKA).awaitHealthy(KafkaBroker.STARTUP, () -> closing, ready);
    } else if (!Await.until(KafkaBroker.STARTUP, ready)) {
      throw new StackException("Kafka at " + bootstrapServers + " does not answer.");
    }
  }

  private int partitions() {
    String wanted =
        settings
            .environment()
            .getOrDefault(StackComponent.SERVER, Map.of())
            .getOrDefault(
                "ANB_KAFKA_TASKS_PARTITIONS", System.getenv("ANB_KAFKA_TASKS_PARTITIONS"));
    return wanted == null ? DEFAULT_PARTITIONS : Integer.parseInt(wanted);
  }

  private void launchServer(StackComponent component) {
    news.accept("Starting " + component.title());
    requireBuilt(settings.serverJar());
    requireBuilt(settings.ear());
    var environment = new HashMap<String, String>(commonEnvironment());
    environment.put("ANB_EAR", settings.ear().toString());
    environment.put("ANB_HTTP_HOST", "127.0.0.1");
    environment.put("ANB_HTTP_PORT", ports.get(component).toString());
    environment.put("ANB_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("ANB_MANAGEMENT_PORT", managementPort(component).toString());
    // No proxy stands before it, so nobody may say for whom he speaks.
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
    environment.put("ANB_ADMIN_EMAIL", ADMIN_EMAIL);
    environment.put("ANB_ADMIN_PASSWORD", secrets.password(ADMIN));
    environment.putAll(settings.environment().getOrDefault(StackComponent.SERVER, Map.of()));
    adopt(component, launch(component, settings.serverJar(), "512m", environment));
  }

  private void awaitServer(StackComponent component) {
    // Not the readiness check: it may depend on components that a test has stopped.
    children
        .get(component)
        .awaitHealthy(SERVER_STARTUP, () -> closing, () -> answers(url(component) + "/api/health"));
  }

  private void launchWorker(StackComponent component) {
    news.accept("Starting " + component.title());
    requireBuilt(settings.workerJar());
    var environment = new HashMap<String, String>(commonEnvironment());
    environment.put("ANB_WORKER_NAME", "local-" + component.fileName());
    environment.put("ANB_WORKER_WORK_DIRECTORY", state.root().resolve("work").toString());
    environment.put("ANB_WORKER_HTTP_PORT", ports.get(component).toString());
    environment.putAll(settings.environment().getOrDefault(StackComponent.WORKER, Map.of()));
    adopt(component, launch(component, settings.workerJar(), "128m", environment));
  }

  private void awaitWorker(StackComponent component) {
    children
        .get(component)
        .awaitHealthy(
            WORKER_STARTUP, () -> closing, () -> answers(url(component) + "/health/ready"));
  }

  private ChildProcess launch(
      StackComponent component, Path jar, String defaultHeap, Map<String, String> environment) {
    environment.putAll(settings.environment().getOrDefault(component, Map.of()));
    String heap = settings.heaps().getOrDefault(component, defaultHeap);
    List<String> arguments = new ArrayList<>(List.of("-Xmx" + heap));
    if (component == StackComponent.WORKER || component == StackComponent.SECOND_WORKER) {
      // A worker needs little, and all of it at once: memory that grows is then a leak.
      arguments.addAll(List.of("-Xms" + heap, "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));
    }
    arguments.addAll(List.of("-jar", jar.toString()));
    return ChildProcess.java(component, state, arguments, environment);
  }

  private void adopt(StackComponent component, ChildProcess child) {
    child.onUnexpectedEnd(
        status -> {
          news.accept(
              "%s has ended unexpectedly; see %s"
                  .formatted(component.title(), state.log(component.fileName())));
          outOfMemory.ended(component, child, status);
        });
    children.put(component, child);
  }

  private void relaunch(StackComponent component, ChildProcess dead) {
    turn.lock();
    try {
      if (closing || children.get(component) != dead) {
        return;
      }
      switch (component) {
        case KAFKA -> adopt(component, kafka.start());
        case SERVER, SECOND_SERVER -> launchServer(component);
        case WORKER, SECOND_WORKER -> launchWorker(component);
        default -> throw new IllegalArgumentException(component.title());
      }
    } finally {
      turn.unlock();
    }
  }

  private Map<String, String> databaseEnvironment() {
    return Map.of(
        "ANB_DB_URL", database.url(),
        "ANB_DB_USER", database.user(),
        "ANB_DB_PASSWORD", database.password());
  }

  private Map<String, String> commonEnvironment() {
    var environment = new HashMap<String, String>(databaseEnvironment());
    environment.put("ANB_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("ANB_KAFKA_TOPIC_TASKS", TASKS_TOPIC);
    environment.put("ANB_KAFKA_TOPIC_EVENTS", EVENTS_TOPIC);
    environment.put("ANB_KAFKA_TASKS_PARTITIONS", Integer.toString(partitions()));
    environment.put("ANB_MEDIA_ROOT", state.media().toString());
    return environment;
  }

  private static void requireBuilt(Path file) {
    if (!Files.exists(file)) {
      throw new StackException(file + " is missing: build the project first (./anb up does).");
    }
  }

  private boolean answers(String url) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      // Half an answer of a server that is just coming up.
      return false;
    }
  }

  /** Stops Kafka in good order. */
  public void stopKafka() {
    stop(StackComponent.KAFKA);
  }

  /** Starts Kafka again and waits until it answers. */
  public void startKafka() {
    again(
        StackComponent.KAFKA,
        () -> {
          adopt(StackComponent.KAFKA, kafka.start());
          awaitBroker();
        });
  }

  /** Kills Kafka as a crash would. */
  public void killKafka() {
    kill(StackComponent.KAFKA);
  }

  /** Kills the web server as a crash would. */
  public void killServer() {
    kill(StackComponent.SERVER);
  }

  /** Starts the web server again and waits until it answers. */
  public void startServer() {
    startServer(StackComponent.SERVER);
  }

  /** Starts another web server beside the first and waits until it answers. */
  public void startSecondServer() {
    startServer(StackComponent.SECOND_SERVER);
  }

  /** Stops the other web server in good order. */
  public void stopSecondServer() {
    stop(StackComponent.SECOND_SERVER);
  }

  private void startServer(StackComponent component) {
    again(
        component,
        () -> {
          launchServer(component);
          awaitServer(component);
        });
  }

  /** Kills the worker as a crash would. */
  public void killWorker() {
    kill(StackComponent.WORKER);
  }

  /** Starts the worker again and waits until it is ready. */
  public void startWorker() {
    startWorker(StackComponent.WORKER);
  }

  /** Stops a worker in good order; it may finish or hand back its job. */
  public void stopWorker() {
    stop(StackComponent.WORKER);
  }

  /** Starts another worker beside the first and waits until it is ready. */
  public void startSecondWorker() {
    startWorker(StackComponent.SECOND_WORKER);
  }

  /** Stops the other worker in good order. */
  public void stopSecondWorker() {
    stop(StackComponent.SECOND_WORKER);
  }

  private void startWorker(StackComponent component) {
    again(
        component,
        () -> {
          launchWorker(component);
          awaitWorker(component);
        });
  }

  /** The process of a component that runs; empty if it does not. */
  public Optional<ProcessHandle> process(StackComponent component) {
    turn.lock();
    try {
      if (component == StackComponent.POSTGRES) {
        return postgres == null ? Optional.empty() : Postgres.process(state);
      }
      return Optional.ofNullable(children.get(component)).flatMap(ChildProcess::handle);
    } finally {
      turn.unlock();
    }
  }

  private void again(StackComponent component, Runnable start) {
    turn.lock();
    try {
      ChildProcess child = children.get(component);
      if (child != null && child.isAlive()) {
        throw new IllegalStateException(component.title() + " runs already");
      }
      start.run();
    } finally {
      turn.unlock();
    }
  }

  private void kill(StackComponent component) {
    turn.lock();
    try {
      ChildProcess child = children.remove(component);
      if (child != null) {
        child.kill();
      }
    } finally {
      turn.unlock();
    }
  }

  private void stop(StackComponent component) {
    turn.lock();
    try {
      ChildProcess child = children.remove(component);
      if (child != null) {
        child.stop();
      }
    } finally {
      turn.unlock();
    }
  }

  /** Where the web server answers, without a slash at the end. */
  public URI baseUrl() {
    return url(StackComponent.SERVER);
  }

  /** Where the second web server answers while it runs, without a slash at the end. */
  public URI secondBaseUrl() {
    return url(StackComponent.SECOND_SERVER);
  }

  /** Where a web server tells its health and metrics, without a slash at the end. */
  public URI managementUrl(StackComponent component) {
    return URI.create("http://127.0.0.1:" + managementPort(component));
  }

  private Integer managementPort(StackComponent component) {
    synchronized (managementPorts) {
      return managementPorts.computeIfAbsent(component, key -> Ports.free());
    }
  }

  private URI url(StackComponent component) {
    return URI.create("http://127.0.0.1:" + ports.get(component));
  }

  /** Where the worker tells its health, without a slash at the end. */
  public URI workerUrl() {
    return url(StackComponent.WORKER);
  }

  /**
   * A token as somebody gets who signs in, good for an hour.
   *
   * @param role PLAYER, JUROR or ADMIN
   */
  public String token(UUID accountId, String role) {
    return tokens.sign(accountId, role, Instant.now(), Duration.ofHours(1));
  }

  /** The database's JDBC URL. */
  public String jdbcUrl() {
    return database.url();
  }

  /** The database's user. */
  public String databaseUser() {
    return database.user();
  }

  /** The password of {@link #databaseUser()}. */
  public String databasePassword() {
    return database.password();
  }

  /** The broker's address. */
  public String kafkaBootstrapServers() {
    return bootstrapServers;
  }

  /** The folder with {@code uploaded/} and {@code processed/}. */
  public Path mediaRoot() {
    return state.media();
  }

  /** A component's log. */
  public Path log(StackComponent component) {
    return state.log(component.fileName());
  }

  /** The e-mail address of the administrator that a fresh stack has. */
  public String adminEmail() {
    return ADMIN_EMAIL;
  }

  /** The file with the password of {@link #adminEmail()}. */
  public Path adminPasswordFile() {
    return secrets.passwordFile(ADMIN);
  }

  /** The file with the key that signs tokens, in PEM form. */
  public Path tokenKeyFile() {
    return secrets.privateKey();
  }

  /** A password of this stack's secrets; made when first asked for. */
  String password(String name) {
    return secrets.password(name);
  }

  private StackDescription describe() {
    return new StackDescription(
        ProcessHandle.current().pid(),
        baseUrl().toString(),
        managementUrl(StackComponent.SERVER).toString(),
        workerUrl().toString(),
        jdbcUrl(),
        bootstrapServers,
        state.media().toString());
  }

  /** Stops everything in reverse order. Safe to call twice, and while {@link #start()} runs. */
  @Override
  public void close() {
    closing = true;
    turn.lock();
    try {
      stopAll();
    } finally {
      turn.unlock();
    }
  }

  private void stopAll() {
    if (lock == null) {
      // Nothing was started, and whatever runs in this directory belongs to another stack.
      return;
    }
    for (StackComponent component : STOPPED_IN_ORDER) {
      stop(component);
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
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

  /** Tells how the stack shall run. */
  public static final class Builder {

    private final Map<StackComponent, Integer> ports = new EnumMap<>(StackComponent.class);
    private final Map<StackComponent, String> heaps = new EnumMap<>(StackComponent.class);
    private final Map<StackComponent, Map<String, String>> environment =
        new EnumMap<>(StackComponent.class);
    private Path projectDirectory = Path.of("").toAbsolutePath();
    private Path stateDirectory = projectDirectory.resolve("var");
    private ExternalDatabase database;
    private String kafka;
    private Consumer<String> news = words -> {};

    private Builder() {}

    /** The project's root, whose modules are built. */
    public Builder projectDirectory(Path directory) {
      projectDirectory = directory.toAbsolutePath().normalize();
      return this;
    }

    /** Where data, secrets and logs are kept; made if missing. */
    public Builder stateDirectory(Path directory) {
      stateDirectory = directory.toAbsolutePath().normalize();
      return this;
    }

    /** The port of a component; 0, the default, takes a free one. */
    public Builder port(StackComponent component, int port) {
      ports.put(component, port);
      return this;
    }

    /** The largest heap of the server or the worker, such as {@code 256m}. */
    public Builder heap(StackComponent component, String size) {
      heaps.put(component, size);
      return this;
    }

    /** A setting for the server or the worker, by its environment variable. */
    public Builder environment(StackComponent component, String variable, String value) {
      environment.computeIfAbsent(component, key -> new HashMap<>()).put(variable, value);
      return this;
    }

    /** Uses a database that runs elsewhere. */
    public Builder externalDatabase(String url, String user, String password) {
      database = new ExternalDatabase(url, user, password);
      return this;
    }

    /** Uses a broker that runs elsewhere. */
    public Builder externalKafka(String bootstrapServers) {
      kafka = bootstrapServers;
      return this;
    }

    /** Who is told what happens. */
    public Builder news(Consumer<String> listener) {
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
}
