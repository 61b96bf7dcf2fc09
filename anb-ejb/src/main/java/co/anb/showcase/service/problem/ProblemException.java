package co.anb.showcase.service.problem;

import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.domain.mp4.FileRefusedException;
import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A use case was refused. The transaction is rolled back. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<FieldError> errors;
  private final Duration retryAfter;
  private final transient ProofRequest proof;

  /** A refusal with its fixed detail. */
  public ProblemException(ProblemCode code) {
    this(code, code.detail(), List.of(), null);
  }

  private ProblemException(
      ProblemCode code, String detail, List<FieldError> errors, Duration retryAfter) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
    this.proof = null;
  }

  private ProblemException(ProofRequest proof, Duration retryAfter) {
    super(ProblemCode.PROOF_OF_WORK_REQUIRED.detail());
    this.code = ProblemCode.PROOF_OF_WORK_REQUIRED;
    this.errors = List.of();
    this.retryAfter = retryAfter;
    this.proof = proof;
  }

  /**
   * The client asks for too much.
   *
   * @param retryAfter when it makes sense to ask again; whole seconds
   */
  public static ProblemException tooMany(Duration retryAfter) {
    return new ProblemException(
        ProblemCode.TOO_MANY_REQUESTS,
        ProblemCode.TOO_MANY_REQUESTS.detail(),
        List.of(),
        retryAfter);
  }

  /**
   * Too many clients ask for the same; a client that does some work may ask at once.
   *
   * @param proof the work
   * @param retryAfter when it makes sense to ask again without it; whole seconds
   */
  public static ProblemException proofRequired(ProofRequest proof, Duration retryAfter) {
    return new ProblemException(proof, retryAfter);
  }

  /** The fields of a request are wrong. */
  public static ProblemException fields(List<FieldError> errors) {
    return new ProblemException(
        ProblemCode.INVALID_FIELD, ProblemCode.INVALID_FIELD.detail(), List.copyOf(errors), null);
  }

  /**
   * An uploaded file is refused.
   *
   * @param reason untranslated, goes into the detail
   */
  public static ProblemException file(FileFault fault, String reason) {
    return file(new FileRefusedException(fault, reason));
  }

  /** An uploaded file is refused for what is in it. */
  public static ProblemException file(FileRefusedException refusal) {
    return new ProblemException(
        ProblemCode.INVALID_FILE,
        ProblemCode.INVALID_FILE.detail() + refusal.getMessage(),
        List.of(new FieldError("video_file", refusal.fault().code(), refusal.subject())),
        null);
  }

  public ProblemCode code() {
    return code;
  }

  /** The detail for programs; equals {@link #getMessage()}. */
  public String detail() {
    return getMessage();
  }

  /** When it makes sense to ask again, if that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The work that is asked for, if that is the refusal. */
  public Optional<ProofRequest> proof() {
    return Optional.ofNullable(proof);
  }

  /** Field errors, possibly none. */
  public List<FieldError> errors() {
    return errors == null ? List.of() : errors;
  }
}
