package co.anb.showcase.db;

/** The schema could not be brought to the wanted state; the message says why. */
public final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
