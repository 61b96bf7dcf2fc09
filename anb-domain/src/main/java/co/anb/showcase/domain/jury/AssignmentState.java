package co.anb.showcase.domain.jury;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a juror has come with a clip. */
public enum AssignmentState {
  /** Nothing is written yet. */
  TODO,
  /** Something is saved; also after a sheet was reopened. */
  DRAFT,
  /** The sheet counts and is read-only. */
  SUBMITTED,
  /** The juror must not judge this player; a sheet does not count. */
  CONFLICT;

  /** The name that clients use, such as {@code todo}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that name. */
  public static Optional<AssignmentState> parse(String code) {
    return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
