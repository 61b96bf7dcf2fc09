package co.anb.showcase.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

  private final ReentrantLock turn = new ReentrantLock();
  private final StackRun run;

  private volatile boolean closing;

  LocalStack(StackSettings settings, Consumer<String> news) {
    run = new StackRun(settings, news, () -> closing, this::relaunch);
  }

  /** A stack of its own kind; at least the two directories have to be told. */
  public static LocalStackBuilder builder() {
    return new LocalStackBuilder();
  }

  /**
   * Starts everything and returns when all of it answers.
   *
   * @throws StackException naming what did not come up; whatever had come up is stopped again
   */
  public void start() {
    bringUp(run::startAll);
  }

  /** Brings the database up, with the newest schema, and nothing else. */
  public void startDatabaseOnly() {
    bringUp(run::startDatabaseOnly);
  }

  private void bringUp(Runnable start) {
    inTurn(
        () -> {
          try {
            start.run();
          } catch (RuntimeException e) {
            run.stopAll();
            throw e;
          }
        });
  }

  private void relaunch(StackComponent component, ChildProcess dead) {
    inTurn(
        () -> {
          if (!closing) {
            run.relaunch(component, dead);
          }
        });
  }

  private void inTurn(Runnable action) {
    turn.lock();
    try {
      action.run();
    } finally {
      turn.unlock();
    }
  }

  /** Stops Kafka in good order. */
  public void stopKafka() {
    stop(StackComponent.KAFKA);
  }

  /** Starts Kafka again and waits until it answers. */
  public void startKafka() {
    start(StackComponent.KAFKA);
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
    start(StackComponent.SERVER);
  }

  /** Starts another web server beside the first and waits until it answers. */
  public void startSecondServer() {
    start(StackComponent.SECOND_SERVER);
  }

  /** Stops the other web server in good order. */
  public void stopSecondServer() {
    stop(StackComponent.SECOND_SERVER);
  }

  /** Kills the worker as a crash would. */
  public void killWorker() {
    kill(StackComponent.WORKER);
  }

  /** Starts the worker again and waits until it is ready. */
  public void startWorker() {
    start(StackComponent.WORKER);
  }

  /** Stops a worker in good order; it may finish or hand back its job. */
  public void stopWorker() {
    stop(StackComponent.WORKER);
  }

  /** Starts another worker beside the first and waits until it is ready. */
  public void startSecondWorker() {
    start(StackComponent.SECOND_WORKER);
  }

  /** Stops the other worker in good order. */
  public void stopSecondWorker() {
    stop(StackComponent.SECOND_WORKER);
  }

  /** The process of a component that runs; empty if it does not. */
  public Optional<ProcessHandle> process(StackComponent component) {
    turn.lock();
    try {
      return run.process(component);
    } finally {
      turn.unlock();
    }
  }

  private void start(StackComponent component) {
    inTurn(() -> run.start(component));
  }

  private void kill(StackComponent component) {
    inTurn(() -> run.kill(component));
  }

  private void stop(StackComponent component) {
    inTurn(() -> run.stop(component));
  }

  /** Where the web server answers, without a slash at the end. */
  public URI baseUrl() {
    return run.url(StackComponent.SERVER);
  }

  /** Where the second web server answers while it runs, without a slash at the end. */
  public URI secondBaseUrl() {
    return run.url(StackComponent.SECOND_SERVER);
  }

  /** Where a web server tells its health and metrics, without a slash at the end. */
  public URI managementUrl(StackComponent component) {
    return run.managementUrl(component);
  }

  /** Where the worker tells its health, without a slash at the end. */
  public URI workerUrl() {
    return run.url(StackComponent.WORKER);
  }

  /**
   * A token like those of a sign-in, good for an hour.
   *
   * @param role PLAYER, JUROR or ADMIN
   */
  public String token(UUID accountId, String role) {
    return run.tokens().sign(accountId, role, Instant.now(), Duration.ofHours(1));
  }

  /** The database's JDBC URL. */
  public String jdbcUrl() {
    return run.database().access().url();
  }

  /** The owner of the database; servers and workers connect as roles with fewer rights. */
  public String databaseUser() {
    return run.database().access().user();
  }

  /** The password of {@link #databaseUser()}. */
  public String databasePassword() {
    return run.database().access().password();
  }

  /** The broker's address. */
  public String kafkaBootstrapServers() {
    return run.bootstrapServers();
  }

  /** The folder with {@code uploaded/} and {@code processed/}. */
  public Path mediaRoot() {
    return run.state().media();
  }

  /** A component's log. */
  public Path log(StackComponent component) {
    return run.state().log(component.fileName());
  }

  /** The e-mail address of the administrator that a fresh stack has. */
  public String adminEmail() {
    return Secrets.ADMIN_EMAIL;
  }

  /** The file with the password of {@link #adminEmail()}. */
  public Path adminPasswordFile() {
    return run.secrets().passwordFile(Secrets.ADMIN);
  }

  /** The file with the key that signs tokens, in PEM form. */
  public Path tokenKeyFile() {
    return run.secrets().privateKey();
  }

  /** A password of this stack's secrets; made when first asked for. */
  String password(String name) {
    return run.secrets().password(name);
  }

  /** Stops everything in reverse order. Safe to call twice, and while {@link #start()} runs. */
  @Override
  public void close() {
    closing = true;
    inTurn(run::stopAll);
  }
}
