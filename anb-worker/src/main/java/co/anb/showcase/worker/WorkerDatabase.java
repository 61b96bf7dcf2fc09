package co.anb.showcase.worker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

/** The worker's connections to PostgreSQL. They open when they are needed, not before. */
final class WorkerDatabase implements AutoCloseable {

  private final HikariDataSource pool;
  private final EntityManagerFactory entities;

  WorkerDatabase(WorkerSettings.Database database, int connections, MeterRegistry registry) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setPoolName("anb");
    // The detail of a refusal holds values of rows.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMetricRegistry(registry);
    pool = new HikariDataSource(config);
    entities =
        Persistence.createEntityManagerFactory(
            "anb-worker",
            Map.of(
                "jakarta.persistence.nonJtaDataSource",
                pool,
                // Lets the worker start while the database is down.
                "hibernate.boot.allow_jdbc_metadata_access",
                "false",
                "jakarta.persistence.database-product-name",
                "PostgreSQL"));
  }

  EntityManagerFactory entities() {
    return entities;
  }

  @Override
  public void close() {
    entities.close();
    pool.close();
  }
}
