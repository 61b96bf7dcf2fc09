package co.anb.showcase.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

/**
 * The database of a host, in a process of its own: PostgreSQL that hears the network. Keeps its
 * data; can be killed and started again.
 */
final class DatabaseHost {

  static final int PORT = 5432;

  private DatabaseHost() {}

  /**
   * Runs until it is ended.
   *
   * @param args the folder of the data, the clients' network, the password of the product's users
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    // Of a server that was killed.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(PORT)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("listen_addresses", "*")
            .setServerConfig("max_prepared_transactions", "128")
            .start();
    if (fresh) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        for (String role : new String[] {"anb", "anb_web", "anb_worker"}) {
          statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + args[2] + "'");
        }
        statement.execute("CREATE DATABASE anb OWNER anb");
        Files.writeString(
            data.resolve("pg_hba.conf"),
            "\nhost anb all " + args[1] + " scram-sha-256\n",
            StandardOpenOption.APPEND);
        try (ResultSet reloaded = statement.executeQuery("SELECT pg_reload_conf()")) {
          reloaded.next();
        }
      }
    }
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
