package co.anb.showcase.server;

import java.nio.file.Path;
import java.util.List;

/**
 * The database pool and the message broker that the application finds by name.
 *
 * <p>The broker is ActiveMQ inside this JVM, with its store on disk, run by its resource adapter.
 * Both the pool and the connections to the broker are XA, so that a row and a message are written
 * together or not at all.
 */
final class Resources {

  static final String RESOURCE_ADAPTER = "activemq-rar";

  private static final String BROKER = "anb";

  private final Settings settings;
  private final Path libraries;
  private final Path brokerData;

  Resources(Settings settings, Path libraries, Path brokerData) {
    this.settings = settings;
    this.libraries = libraries;
    this.brokerData = brokerData;
  }

  /** Runs one administration command; throws if it fails. */
  @FunctionalInterface
  interface Administration {
    void run(String command, String... arguments);
  }

  void create(Administration admin) {
    createDatabasePool(admin);
    createBroker(admin);
    createJmsResources(admin);
  }

  private void createDatabasePool(Administration admin) {
    for (String name : List.of("anb.db.url", "anb.db.user", "anb.db.password")) {
      settings.required(name);
    }
    // References, which the server resolves itself: so the password is neither in the server's
    // files nor in a message about a failed command, and may hold any character.
    String properties =
        "URL="
            + escape("${MPCONFIG=anb.db.url}")
            + ":User="
            + escape("${MPCONFIG=anb.db.user}")
            + ":Password="
            + escape("${MPCONFIG=anb.db.password}")
            // The detail of a refusal holds values, such as the e-mail address that is taken.
            + ":LogServerErrorDetail=false";
    admin.run(
        "create-jdbc-connection-pool",
        "--restype",
        "javax.sql.XADataSource",
        "--datasourceclassname",
        "org.postgresql.xa.PGXADataSource",
        "--steadypoolsize",
        "4",
        "--maxpoolsize",
        Integer.toString(settings.number("anb.db.pool.max", 32, 4, 500)),
        "--isconnectvalidatereq=true",
        "--validationmethod",
        "custom-validation",
        "--validationclassname",
        "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "--validateatmostonceperiod",
        "5",
        "--property",
        properties,
        "anbDatabase");
    admin.run("create-jdbc-resource", "--connectionpoolid", "anbDatabase", "jdbc/anb");
    admin.run("ping-connection-pool", "anbDatabase");
  }

  private void createBroker(Administration admin) {
    String broker =
        "broker:()/"
            + BROKER
            + "?persistent=true&useJmx=false&useShutdownHook=false&dataDirectory="
            + brokerData;
    // Without limit: the default of six tries would move a task to the dead-letter queue when Kafka
    // is down for a few seconds.
    String server =
        "vm://"
            + BROKER
            + "?create=false"
            + "&jms.redeliveryPolicy.maximumRedeliveries=-1"
            + "&jms.redeliveryPolicy.initialRedeliveryDelay=500"
            + "&jms.redeliveryPolicy.redeliveryDelay=500"
            + "&jms.redeliveryPolicy.useExponentialBackOff=true"
            + "&jms.redeliveryPolicy.backOffMultiplier=2"
            + "&jms.redeliveryPolicy.maximumRedeliveryDelay=15000";
    // Before the adapter itself: it starts its broker when it is deployed.
    admin.run(
        "create-resource-adapter-config",
        "--property",
        "BrokerXmlConfig=" + escape(broker) + ":ServerUrl=" + escape(server),
        RESOURCE_ADAPTER);
    admin.run(
        "deploy",
        "--name",
        RESOURCE_ADAPTER,
        libraries.resolve(RESOURCE_ADAPTER + ".rar").toString());
  }

  private static void createJmsResources(Administration admin) {
    admin.run(
        "create-connector-connection-pool",
        "--raname",
        RESOURCE_ADAPTER,
        "--connectiondefinition",
        "jakarta.jms.ConnectionFactory",
        "--transactionsupport",
        "XATransaction",
        "--maxpoolsize",
        "64",
        "anbConnections");
    admin.run(
        "create-connector-resource", "--poolname", "anbConnections", "jms/anbConnectionFactory");
    admin.run(
        "create-admin-object",
        "--raname",
        RESOURCE_ADAPTER,
        "--restype",
        "jakarta.jms.Queue",
        "--property",
        "PhysicalName=anb.video.tasks",
        "jms/anbVideoTasks");
  }

  /** Colons and equals signs separate properties. */
  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=");
  }
}
