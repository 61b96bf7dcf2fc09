package co.anb.showcase.service.problem;

import java.util.Locale;

/**
 * Every refusal a client can meet. The name in lower case is the stable code; the details keep the
 * wording that clients of the earlier system compare with, so they are never translated.
 */
public enum ProblemCode {
  EMAIL_TAKEN(400, "User already exists"),
  PASSWORDS_DIFFER(400, "Passwords do not match"),
  INVALID_FIELD(400, "Invalid or missing fields"),
  INVALID_REQUEST(400, "Malformed request"),
  INVALID_FILE(400, "Invalid file. "),
  ALREADY_VOTED(400, ContractTexts.ALREADY_VOTED),
  NOT_VOTED(400, "No vote to take back"),
  NOT_PUBLISHED(400, "Video is not published"),
  NOT_PROCESSED(400, ContractTexts.NOT_PROCESSED),
  NOT_DELETABLE(400, "Cannot delete a public (published) video"),
  PHASE_CLOSED(400, "The contest's phase for this is over"),
  CLIP_LIMIT(400, "The player has as many clips as the contest allows"),
  SELF_VOTE(400, "Voting for your own video is not allowed"),
  JUROR_VOTE(400, "Jurors cannot vote for videos that they judge"),
  WRONG_STATE(400, "Not possible in its present state"),
  INVALID_PARAMETER(400, ContractTexts.INVALID_PARAMETER),
  RUBRIC_IN_USE(400, "The rubric cannot change once a score sheet is submitted"),
  SHEET_SUBMITTED(400, "The score sheet is submitted"),
  SHEET_NOT_SUBMITTED(400, "The score sheet is not submitted"),
  JUROR_LEFT(400, "The juror is no longer a juror"),
  JUROR_PRESENT(400, "The juror is still a juror"),
  CONFLICT_OF_INTEREST(400, "The juror has a conflict of interest with this player"),
  ALREADY_ASSIGNED(400, "The clip is assigned to this juror already"),
  WRONG_PASSWORD(400, "Current password is wrong"),
  LAST_ADMIN(400, "The last administrator cannot be removed"),
  OWN_ACCOUNT(400, "Not allowed for one's own account"),
  INVALID_CREDENTIALS(401, "Invalid credentials"),
  ACCOUNT_DISABLED(401, "Account disabled"),
  SECOND_FACTOR_REQUIRED(401, "Second factor required"),
  INVALID_SECOND_FACTOR(401, "Invalid second factor"),
  INVALID_REFRESH_TOKEN(401, "Invalid refresh token"),
  UNAUTHORIZED(401, "Unauthorized. Could not validate credentials"),
  FORBIDDEN(403, "Forbidden"),
  PROTECTION_REQUIRED(403, "The account needs a longer password or a second factor first"),
  WITHHELD(403, "Withheld by an administrator"),
  ACCOUNT_NOT_FOUND(404, "Account not found"),
  VIDEO_NOT_FOUND(404, "Video not found"),
  UPLOAD_NOT_FOUND(404, "Upload not found"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  UPLOAD_INTERRUPTED(408, "The connection broke; what has arrived is kept"),
  UPLOAD_OFFSET(409, "Upload-Offset is not what has arrived"),
  UPLOAD_INCOMPLETE(409, "The upload is not complete"),
  VERSION_CONFLICT(409, "Changed by somebody else meanwhile"),
  VOTING_NOT_OVER(409, "Voting is not over"),
  NOT_CLOSED(409, "The contest is not closed"),
  RESULT_EXISTS(409, "The contest is closed"),
  RESULT_PUBLISHED(409, "The result is published"),
  TUS_VERSION(412, "Only version 1.0.0 of tus is spoken"),
  RANGE_NOT_SATISFIABLE(416, "Range not satisfiable"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  UPLOAD_LOCKED(423, "Another request works on this upload"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  PROOF_OF_WORK_REQUIRED(429, "Too many requests without a proof of work"),
  INTERNAL_ERROR(500, "Internal error"),
  SERVICE_UNAVAILABLE(503, "A service that is needed does not answer"),
  INSUFFICIENT_STORAGE(507, "No room for uploads at the moment");

  private final int status;
  private final String detail;

  ProblemCode(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** The stable code, such as {@code email_taken}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status it travels with. */
  public int status() {
    return status;
  }

  /** The untranslated detail, or its beginning where a reason follows. */
  public String detail() {
    return detail;
  }
}
