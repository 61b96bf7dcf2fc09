package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids. */
public final class Ids {

  // UUID.fromString takes "1-1-1-1-1" too.
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /**
   * The id of something that has no refusal of its own.
   *
   * @throws ProblemException NOT_FOUND if it cannot be one
   */
  public static UUID any(String id) {
    return parse(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /**
   * The id of a video.
   *
   * @throws ProblemException VIDEO_NOT_FOUND if it cannot be one
   */
  public static UUID video(String id) {
    return parse(id).orElseThrow(() -> new ProblemException(ProblemCode.VIDEO_NOT_FOUND));
  }

  /** An id; empty if it is missing or cannot be one. */
  public static Optional<UUID> find(String id) {
    return id == null ? Optional.empty() : parse(id);
  }

  /**
   * The id of an account.
   *
   * @throws ProblemException ACCOUNT_NOT_FOUND if it cannot be one
   */
  public static UUID account(String id) {
    return parse(id).orElseThrow(() -> new ProblemException(ProblemCode.ACCOUNT_NOT_FOUND));
  }

  static Optional<UUID> parse(String id) {
    return UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }
}
