package co.anb.showcase.service;

import co.anb.showcase.db.Schema;
import com.github.f4b6a3.uuid.UuidCreator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.Query;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Services on a real PostgreSQL with the product's schema and its persistence unit: one database
 * for the whole module, a transaction for each test, which is rolled back. Register it as a field.
 */
public final class ServiceDatabase implements BeforeEachCallback, AfterEachCallback {

  /** The time of the services' clock. */
  public static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

  private static final Namespace NAMESPACE = Namespace.create(ServiceDatabase.class);

  // What a service does, it does with the rights of a web server.
  private static final String SERVERS = "anb_web";

  private EntityManager entities;
  private ServiceFactory services;

  private record Server(EmbeddedPostgres postgres, EntityManagerFactory factory)
      implements AutoCloseable {

    static Server start() throws IOException {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      Schema.migrate(postgres.getPostgresDatabase());
      return new Server(
          postgres,
          Persistence.createEntityManagerFactory(
              "anb",
              Map.of(
                  "hibernate.connection.datasource",
                  postgres.getPostgresDatabase(),
                  "jakarta.persistence.transactionType",
                  "RESOURCE_LOCAL",
                  "hibernate.transaction.coordinator_class",
                  "jdbc",
                  "hibernate.transaction.jta.platform",
                  NoJtaPlatform.class.getName(),
                  "hibernate.type.json_format_mapper",
                  new NoJson())));
    }

    @Override
    public void close() throws IOException {
      factory.close();
      postgres.close();
    }
  }

  /** No column is JSON; the default would need a server's JSON-B. */
  private static final class NoJson implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException("JSON");
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException("JSON");
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    var store = context.getRoot().getStore(NAMESPACE);
    Server server = store.get(Server.class, Server.class);
    if (server == null) {
      server = Server.start();
      store.put(Server.class, server);
    }
    entities = server.factory().createEntityManager();
    entities.getTransaction().begin();
    services = new ServiceFactory().with(entities).with(Clock.fixed(NOW, ZoneOffset.UTC));
    sql(
        "insert into contest (version, name, time_zone, publish_mode, self_vote, public_weight,"
            + " jury_weight, winners_per_city, updated_at)"
            + " values (0, 'Test', 'UTC', 'AUTO', false, 0.5, 0.5, 3, now())");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    entities.getTransaction().rollback();
    entities.close();
  }

  /** Makes services with this database and the fixed clock. */
  public ServiceFactory services() {
    return services;
  }

  /** Runs a command, as the owner, whose parameters are {@code ?1}, {@code ?2}… */
  public void sql(String command, Object... parameters) {
    act("none");
    query(command, parameters).executeUpdate();
    act(SERVERS);
    entities.clear();
  }

  /** For the rest of the transaction. */
  private void act(String role) {
    entities.createNativeQuery("set local role " + role).executeUpdate();
  }

  /** Writes what a service has changed, as its commit would, and forgets it. */
  public void flush() {
    entities.flush();
    entities.clear();
  }

  /** The one value that a query finds. */
  public Object value(String select, Object... parameters) {
    return query(select, parameters).getSingleResult();
  }

  private Query query(String sql, Object... parameters) {
    Query query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  /** An account of a city, whose key is its name in lower case. Later accounts have higher ids. */
  public UUID account(String firstName, String city, String role) {
    UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    sql(
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values (?1, ?2, 'x', ?3, 'Ruiz', ?4, lower(?4),"
            + " 'Colombia', ?5, ?6)",
        id,
        firstName.toLowerCase(Locale.ROOT) + "." + id + "@example.org",
        firstName,
        city,
        role,
        time(NOW));
    return id;
  }

  /** A processed clip that is not public, uploaded some minutes before now. */
  public UUID clip(UUID owner, String title, int minutesAgo) {
    UUID id = UUID.randomUUID();
    sql(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, duration_ms,"
            + " source_bytes, source_duration_ms, source_width, source_height)"
            + " values (?1, ?2, ?3, 'PROCESSED', ?4, ?4, 30000, 1, 1, 1, 1)",
        id,
        owner,
        title,
        time(NOW.minusSeconds(60L * minutesAgo)));
    return id;
  }

  /** The same, public. */
  public UUID published(UUID owner, String title, int minutesAgo) {
    UUID id = clip(owner, title, minutesAgo);
    sql("update video set published_at = uploaded_at where id = ?1", id);
    return id;
  }

  /** A vote that was cast some seconds before now; nothing checks whether it is allowed. */
  public void vote(UUID clip, UUID voter, int secondsAgo) {
    sql(
        "insert into vote (video_id, voter_id, cast_at) values (?1, ?2, ?3)",
        clip,
        voter,
        time(NOW.minusSeconds(secondsAgo)));
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
