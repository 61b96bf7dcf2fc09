package co.anb.showcase.server;

import co.anb.showcase.server.Settings.SettingException;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import sun.misc.Signal;

/**
 * Starts the web server: Payara Micro, its resources, then the application. Exits with 2 when a
 * setting is missing and 1 when the server or the application does not come up.
 */
public final class Launcher {

  private static final Logger LOG = System.getLogger(Launcher.class.getName());

  /** A loopback address that nobody uses: the server listens there until it is ready. */
  private static final String HIDDEN = "127.255.255.254";

  private static final int CONNECT_MILLIS = 5_000;

  /** Added to a signal's number, the exit status of a process that it ended. */
  private static final int SIGNALLED = 128;

  private static final String CONFIG = "configs.config.server-config.";
  private static final String LISTENER = "network-config.network-listeners.network-listener.";
  private static final String ADDRESS = LISTENER + "http-listener.address=";

  /** Its listener, its protocol and its threads. */
  private static final String MANAGEMENT = "management";

  /** Health must answer while all other threads are busy. */
  private static final int MANAGEMENT_THREADS = 8;

  private final Settings settings;
  private final Path runtime;
  private final AtomicReference<AdminCommandRunner> admin = new AtomicReference<>();

  private Launcher(Settings settings, Path runtime) {
    this.settings = settings;
    this.runtime = runtime;
  }

  /**
   * Starts the server and returns once it is ready; the server's own threads keep the JVM alive.
   */
  public static void main(String[] args) {
    try {
      var settings = new Settings(System.getProperties(), System.getenv());
      new Launcher(settings, home()).start();
    } catch (SettingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (ServerException e) {
      System.err.println("The server did not start: " + e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      // Whatever it is: the server's threads would keep a half-started JVM alive.
      System.err.println("The server did not start: " + e);
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static Path home() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getParent();
  }

  private void start() throws BootstrapException {
    Path ear = Path.of(settings.required("anb.ear")).toAbsolutePath();
    if (!Files.isRegularFile(ear)) {
      throw new SettingException("Setting anb.ear names " + ear + ", which is no file");
    }
    String host = settings.optional("anb.http.host", "127.0.0.1");
    int port = settings.number("anb.http.port", 8080, 1, 65535);
    Path broker = Path.of(settings.required("anb.jms.data-directory")).toAbsolutePath();
    String managementHost = settings.optional("anb.management.host", "127.0.0.1");
    int managementPort = settings.number("anb.management.port", 8081, 1, 65535);
    requireFree("http", host, port);
    requireFree("management", managementHost, managementPort);
    var resources = new Resources(settings, runtime.resolve("lib"), broker);
    publishTokenSettings();
    publishTraceSettings();
    var directory =
        ServerDirectory.open(
            Path.of(
                    settings.optional(
                        "anb.server.directory", broker.resolveSibling("server").toString()))
                .toAbsolutePath());
    // Before anything makes a temporary file: what a killed server leaves is cleared at its start.
    System.setProperty("java.io.tmpdir", directory.temporary().toString());
    // Otherwise every reader and builder of JSON searches all jars of the server for its provider:
    // two thirds of the time of a request with a token.
    System.setProperty("jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl");

    publishRuntime();
    ReasonPhrases.register();

    PayaraMicro server = PayaraMicro.getInstance();
    server
        .setRootDir(directory.instance())
        .setNoCluster(true)
        .setNoHazelcast(true)
        .setHttpAutoBind(false)
        .setHttpPort(port)
        .setPrintLogo(false)
        .setLogPropertiesFile(LogFormat.apply(settings, directory.temporary()));
    server.setPreBootHandler(
        runner -> {
          addManagement(runner, managementHost, managementPort);
          configure(runner, directory);
        });
    server.setPostBootHandler(admin::set);
    server.bootStrap();

    resources.create((command, arguments) -> run(admin.get(), command, arguments));
    recover();
    run(admin.get(), "deploy", "--name", "anb", ear.toString());
    listen(host, port);
    hideWhenAskedToEnd();
    LOG.log(Level.INFO, "ANB server ready at http://{0}:{1}/", host, Integer.toString(port));
  }

  /** Where the server's own jars are, as its launcher of a root directory tells it. */
  private void publishRuntime() {
    Path libraries = runtime.resolve("lib");
    System.setProperty(
        "fish.payara.micro.BootJar", libraries.resolve("payara-micro.jar").toUri().toString());
    System.setProperty(
        "fish.payara.micro.UnpackDir", libraries.resolve("payara").toAbsolutePath().toString());
  }

  /** A listener for health and metrics alone; the application's filter keeps the rest away. */
  private static void addManagement(AdminCommandRunner runner, String host, int port) {
    run(
        runner,
        "create-threadpool",
        "--minthreadpoolsize=2",
        "--maxthreadpoolsize=" + MANAGEMENT_THREADS,
        MANAGEMENT);
    run(
        runner,
        "create-http-listener",
        "--listeneraddress=" + host,
        "--listenerport=" + port,
        "--default-virtual-server=server",
        MANAGEMENT);
    set(runner, LISTENER + MANAGEMENT + ".thread-pool=" + MANAGEMENT);
  }

  private static void configure(AdminCommandRunner runner, ServerDirectory directory) {
    set(runner, ADDRESS + HIDDEN);
    for (String listener : List.of("http-listener", MANAGEMENT)) {
      String http = "network-config.protocols.protocol." + listener + ".http.";
      set(runner, http + "server-header=false");
      set(runner, http + "xpowered-by=false");
      // A proxy speaks HTTP/1.1 with the server; without TLS nobody else has a reason to ask for 2.
      set(runner, http + "http2-enabled=false");
      // Requests on one connection. A proxy keeps its connections; with 250 it would open new ones
      // several times a second.
      set(runner, http + "max-connections=100000");
    }
    // Nothing is clustered; without this its port stays open to the network.
    set(runner, "hazelcast-config-specific-configuration.enabled=false");
    // The application hands out the description of its interface itself, as the build made it.
    run(runner, "set-openapi-configuration", "--enabled=false");
    configureRecovery(runner, directory);
  }

  /**
   * The server listens on its public address only now. A server without its application answers
   * 404, and a proxy would forward that instead of asking another server.
   */
  private void listen(String host, int port) {
    set(admin.get(), ADDRESS + host);
    try (var trial = new Socket()) {
      trial.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new ServerException("it does not listen at " + host + ":" + port + ": " + e);
    }
  }

  /**
   * On SIGTERM the server first stops listening on its public address. While it undeploys the
   * application it would answer 503 and 500, and a proxy would forward those, too. Running requests
   * are cut off either way.
   */
  private void hideWhenAskedToEnd() {
    Signal.handle(
        new Signal("TERM"),
        signal -> {
          try {
            set(admin.get(), ADDRESS + HIDDEN);
          } catch (RuntimeException e) {
            System.err.println("The server keeps its address to the end: " + e);
          } finally {
            System.exit(SIGNALLED + signal.getNumber());
          }
        });
  }

  private static void requireFree(String listener, String host, int port) {
    try (var trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new SettingException(
          "Settings anb.%1$s.host and anb.%1$s.port name %2$s:%3$d, where nothing can listen: %4$s"
              .formatted(listener, host, port, e.getMessage()),
          e);
    }
  }

  /**
   * After a crash between prepare and commit, a row and a message wait for the log's decision. The
   * server's own recovery would run before there is a pool or a broker, find nothing to decide on
   * and forget the log; the delay keeps it away until {@link #recover} has done it.
   */
  private static void configureRecovery(AdminCommandRunner runner, ServerDirectory directory) {
    set(runner, "transaction-service.tx-log-dir=" + directory.transactions());
    set(runner, "transaction-service.automatic-recovery=true");
    set(runner, "transaction-service.property.recover-txn-delay=" + Integer.MAX_VALUE / 1000);
  }

  private void recover() {
    run(admin.get(), "recover-transactions", "server");
  }

  private static void set(AdminCommandRunner runner, String assignment) {
    run(runner, "set", CONFIG + assignment);
  }

  /** Publishes our token settings under MicroProfile's names. */
  private void publishTokenSettings() {
    Path key = Path.of(settings.required("anb.jwt.public-key-file"));
    if (!Files.isReadable(key)) {
      throw new SettingException(
          "Setting anb.jwt.public-key-file names " + key + ", which cannot be read");
    }
    System.setProperty("mp.jwt.verify.publickey.location", key.toUri().toString());
    System.setProperty("mp.jwt.verify.issuer", settings.optional("anb.jwt.issuer", "anb-showcase"));
  }

  /** Traces are off unless {@code otel.sdk.disabled} is false, as in the worker. */
  private void publishTraceSettings() {
    System.setProperty("otel.service.name", settings.optional("otel.service.name", "anb-web"));
    System.setProperty(
        "otel.exporter.otlp.protocol",
        settings.optional("otel.exporter.otlp.protocol", "http/protobuf"));
  }

  private static void run(AdminCommandRunner runner, String command, String... arguments) {
    ClusterCommandResult result = runner.run(command, arguments);
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      // Not the arguments: they may hold a password.
      throw new ServerException("command " + command + " failed: " + result.getOutput());
    }
  }

  /** A command of the server failed. */
  static final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerException(String message) {
      super(message);
    }
  }
}
