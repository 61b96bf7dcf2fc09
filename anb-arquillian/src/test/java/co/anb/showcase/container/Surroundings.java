package co.anb.showcase.container;

import co.anb.showcase.db.Schema;
import co.anb.showcase.server.ResourceCommands;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes what the container needs before Arquillian starts it: a database with the schema, a media
 * root, and the commands that create the same resources as in production.
 */
public final class Surroundings implements LauncherSessionListener {

  private EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Path directory = Files.createDirectories(Path.of(System.getProperty("anb.test.directory")));
      Path home = Files.createTempDirectory(directory, "run");
      postgres =
          EmbeddedPostgres.builder().setServerConfig("max_prepared_transactions", "32").start();
      Schema.migrate(postgres.getPostgresDatabase());
      letTheServersRoleIn();
      prepare(home, Path.of(System.getProperty("anb.test.runtime")).toRealPath().resolve("lib"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letTheServersRoleIn() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role anb_web login");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void prepare(Path home, Path libraries) throws IOException {
    Path media = Files.createDirectory(home.resolve("media"));
    Files.writeString(media.resolve(".anb-media"), UUID.randomUUID().toString());
    Map<String, String> settings =
        Map.of(
            "anb.db.url",
            "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
            "anb.db.user",
            "anb_web",
            "anb.db.password",
            "trusted",
            // Nobody listens there; the tests put a recorder in its place.
            "anb.kafka.bootstrap-servers",
            "127.0.0.1:1",
            "anb.media.root",
            media.toString(),
            "anb.audit.key",
            "a-key-for-tests-alone",
            // Nobody signs in here, so the key is never read.
            "anb.jwt.private-key-file",
            home.resolve("no-key.pem").toString());
    Path temporary = Files.createDirectory(home.resolve("tmp")).toAbsolutePath();
    Path commands = home.resolve("resources.txt");
    Files.write(
        commands, ResourceCommands.list(settings, libraries, home.resolve("jms").toAbsolutePath()));

    Path micro = libraries.resolve("payara-micro.jar");
    // As the launcher tells it.
    String runtime =
        "-Dfish.payara.micro.BootJar=%s -Dfish.payara.micro.UnpackDir=%s "
            .formatted(micro.toUri(), libraries.resolve("payara"));
    System.setProperty("anb.test.micro", micro.toString());
    System.setProperty(
        "anb.test.jvm-options",
        settings.entrySet().stream()
            .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
            .collect(
                Collectors.joining(
                    // The server unpacks itself there anew at each start, without what was deployed
                    // for the class before.
                    " ",
                    "-Xmx512m -XX:TieredStopAtLevel=1 %s-Djava.io.tmpdir=%s "
                        .formatted(runtime, temporary),
                    "")));
    System.setProperty(
        "anb.test.server-options", "--nohazelcast --postbootcommandfile " + commands);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
