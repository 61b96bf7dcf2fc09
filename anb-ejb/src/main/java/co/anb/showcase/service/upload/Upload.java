package co.anb.showcase.service.upload;

import co.anb.showcase.domain.video.ShownPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * An upload as it arrives.
 *
 * @param form what is sent, in whatever order
 * @param idempotencyKey makes a repetition answer the first result; or null
 */
public record Upload(UUID ownerId, Form form, String idempotencyKey) {

  /**
   * What a form says of its clip.
   *
   * @param title as sent; null if it is missing
   * @param part which part of the clip is to be shown
   */
  public record Description(String title, ShownPart part) {}

  /** A form with a clip and its description. */
  @FunctionalInterface
  public interface Form {

    /**
     * Reads it once.
     *
     * @param clip takes the file, if there is one, at most once
     */
    Description read(Clip clip) throws IOException;
  }

  /** Takes the file of an upload. */
  @FunctionalInterface
  public interface Clip {

    /**
     * Takes it.
     *
     * @param content is read to its end, not closed
     */
    void take(InputStream content) throws IOException;
  }
}
