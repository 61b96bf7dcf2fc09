package co.anb.showcase.api.video;

import co.anb.showcase.api.problem.Messages;
import java.util.Optional;

/** Why a clip could not be processed. */
public record Failure(String code, String message) {

  /**
   * The code with its words; null if the clip has not failed.
   *
   * @param language the header Accept-Language, or null
   */
  public static Failure of(Optional<String> failureCode, String language) {
    return failureCode
        .map(code -> new Failure(code, Messages.failure(code, language)))
        .orElse(null);
  }
}
