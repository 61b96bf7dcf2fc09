package co.anb.showcase.local;

/** The components of the stack. */
public enum StackComponent {
  /** The database. */
  POSTGRES("PostgreSQL", "postgres", "ANB_DB_PORT"),
  /** The message broker between server and worker. */
  KAFKA("Kafka", "kafka", "ANB_KAFKA_PORT"),
  /** Payara Micro with the EAR. */
  SERVER("the web server", "server", "ANB_HTTP_PORT"),
  /** Another one on the same database, which only runs when it is asked for. */
  SECOND_SERVER("the second web server", "server-2", "ANB_SECOND_HTTP_PORT"),
  /** The transcoding worker. */
  WORKER("the worker", "worker", "ANB_WORKER_HTTP_PORT"),
  /** Another one, which only runs when it is asked for. */
  SECOND_WORKER("the second worker", "worker-2", "ANB_SECOND_WORKER_HTTP_PORT");

  private final String title;
  private final String fileName;
  private final String portVariable;

  StackComponent(String title, String fileName, String portVariable) {
    this.title = title;
    this.fileName = fileName;
    this.portVariable = portVariable;
  }

  /** What messages call it. */
  public String title() {
    return title;
  }

  /** What its files in the state directory are called. */
  String fileName() {
    return fileName;
  }

  /** The environment variable that moves its port. */
  String portVariable() {
    return portVariable;
  }
}
