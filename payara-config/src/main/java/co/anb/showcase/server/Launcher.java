package co.anb.showcase.server;

import co.anb.showcase.server.Settings.SettingException;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts the web server: Payara Micro, its resources, then the application. Exits with 2 when a
 * setting is missing and 1 when the server or the application does not come up.
 */
public final class Launcher {

  private static final String CONFIG = "configs.config.server-config.";

  private final Settings settings;
  private final Path runtime;
  private final AtomicReference<AdminCommandRunner> admin = new AtomicReference<>();

  private Launcher(Settings settings, Path runtime) {
    this.settings = settings;
    this.runtime = runtime;
  }

  /** Starts the server and returns once it serves; the server's own threads keep the JVM alive. */
  public static void main(String[] args) {
    try {
      var settings = new Settings(System.getProperties(), System.getenv());
      new Launcher(settings, home()).start();
    } catch (SettingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (ServerException | BootstrapException | URISyntaxException e) {
      System.err.println("The server did not start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Path home() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getParent();
  }

  private void start() throws BootstrapException {
    Path ear = Path.of(settings.required("anb.ear"));
    if (!Files.isRegularFile(ear)) {
      throw new SettingException("Setting anb.ear names " + ear + ", which is no file");
    }
    publishTokenSettings();
    Resources resources = new Resources(settings, runtime.resolve("lib"));
    String host = settings.optional("anb.http.host", "127.0.0.1");
    int port = settings.number("anb.http.port", 8080, 1, 65535);
    Path root = Path.of(settings.required("anb.server.directory"));

    PayaraMicro server = PayaraMicro.getInstance();
    server
        .setRootDir(root.toFile())
        .setNoCluster(true)
        .setNoHazelcast(true)
        .setHttpAutoBind(false)
        .setHttpPort(port)
        .setPrintLogo(false)
        .addLibrary(new File(runtime.resolve("lib").toFile(), "postgresql.jar"));
    server.setPreBootHandler(
        runner -> {
          run(
              runner,
              "set",
              CONFIG
                  + "network-config.network-listeners.network-listener.http-listener.address="
                  + host);
          // Nothing is clustered; without this its port stays open to the network.
          run(runner, "set", CONFIG + "hazelcast-config-specific-configuration.enabled=false");
        });
    server.setPostBootHandler(admin::set);
    server.bootStrap();

    resources.create((command, arguments) -> run(admin.get(), command, arguments));
    run(admin.get(), "deploy", "--name", "anb", ear.toString());
    System.out.printf("ANB server ready at http://%s:%d/%n", host, port);
  }

  /** The token settings have our names outside and MicroProfile's inside. */
  private void publishTokenSettings() {
    Path key = Path.of(settings.required("anb.jwt.public-key-file"));
    if (!Files.isReadable(key)) {
      throw new SettingException(
          "Setting anb.jwt.public-key-file names " + key + ", which cannot be read");
    }
    System.setProperty("mp.jwt.verify.publickey.location", key.toUri().toString());
    System.setProperty("mp.jwt.verify.issuer", settings.optional("anb.jwt.issuer", "anb-showcase"));
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
