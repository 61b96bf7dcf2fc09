package co.anb.showcase.service.upload;

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

  /** A form with a clip and its title. */
  @FunctionalInterface
  public interface Form {

    /**
     * Reads it once.
     *
     * @param clip takes the file, if there is one, at most once
     * @return the title; null if it is missing
     */
    String read(Clip clip) throws IOException;
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
