package co.anb.showcase.backup;

/** A back-up could not be made, read or restored; the message says why. */
final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
