package co.anb.showcase.service.platform;

/** Reads why the database refused something. */
public final class Constraints {

  /**
   * The database's message for a vote or a score after the contest was closed. Usually the calendar
   * refuses it earlier; a server that does not know of the closing yet passes it on.
   */
  public static final String CONTEST_CLOSED = "the contest is closed";

  private Constraints() {}

  /**
   * Whether somewhere in the causes the database names this constraint, or says these words.
   *
   * @param words a constraint's name or a trigger's message
   */
  public static boolean refused(Throwable error, String words) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(words)) {
        return true;
      }
    }
    return false;
  }
}
