package co.anb.showcase.local;

/** The stack cannot do what was asked; the message tells a person why. */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With words for a person. */
  public StackException(String message) {
    super(message);
  }

  /** With words for a person and what lies behind it. */
  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
