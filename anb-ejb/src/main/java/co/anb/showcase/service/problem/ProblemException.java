package co.anb.showcase.service.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A use case was refused. The transaction is rolled back. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<FieldError> errors;

  /** A refusal with its fixed detail. */
  public ProblemException(ProblemCode code) {
    this(code, code.detail(), List.of());
  }

  private ProblemException(ProblemCode code, String detail, List<FieldError> errors) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }

  /** The fields of a request are wrong. */
  public static ProblemException fields(List<FieldError> errors) {
    return new ProblemException(
        ProblemCode.INVALID_FIELD, ProblemCode.INVALID_FIELD.detail(), List.copyOf(errors));
  }

  /**
   * An uploaded file is refused.
   *
   * @param reason untranslated, goes into the detail
   */
  public static ProblemException file(FileFault fault, String reason) {
    return new ProblemException(
        ProblemCode.INVALID_FILE,
        ProblemCode.INVALID_FILE.detail() + reason,
        List.of(new FieldError("video_file", fault.code())));
  }

  public ProblemCode code() {
    return code;
  }

  /** The detail for programs; equals {@link #getMessage()}. */
  public String detail() {
    return getMessage();
  }

  /** Field errors, possibly none. */
  public List<FieldError> errors() {
    return errors == null ? List.of() : errors;
  }
}
