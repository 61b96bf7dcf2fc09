package co.anb.showcase.domain.mp4;

/** A file is not what the contest takes. */
public final class FileRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FileFault fault;
  private final String subject;

  /**
   * A refusal.
   *
   * @param reason a sentence in English, for programs and logs
   */
  public FileRefusedException(FileFault fault, String reason) {
    this(fault, reason, "");
  }

  /**
   * A refusal that names what was found.
   *
   * @param reason a sentence in English, for programs and logs
   * @param subject what was found, such as the name of a codec; no text of the file's own
   */
  public FileRefusedException(FileFault fault, String reason, String subject) {
    super(reason);
    this.fault = fault;
    this.subject = subject;
  }

  public FileFault fault() {
    return fault;
  }

  /** What was found, for the words that people get; may be empty. */
  public String subject() {
    return subject;
  }
}
