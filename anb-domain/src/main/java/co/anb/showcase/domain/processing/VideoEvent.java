package co.anb.showcase.domain.processing;

import co.anb.showcase.domain.video.VideoStatus;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The message on topic {@code video_events} with which a worker reports a clip's progress. Its key
 * is the clip's id. The database is authoritative; a lost event is replaced by the next one.
 * Readers ignore members they do not know.
 *
 * @param progress percent, 0 to 100
 * @param attempt counts the claims of the job, from 1; 0 before the first
 * @param failureCode why, if the clip has failed
 */
public record VideoEvent(
    UUID videoId,
    VideoStatus status,
    int progress,
    int attempt,
    Instant at,
    Optional<String> failureCode) {

  /** The version written into every message. */
  public static final int VERSION = 1;

  /** Whether nothing more will happen to the clip. */
  public boolean isFinal() {
    return status == VideoStatus.PROCESSED || status == VideoStatus.FAILED;
  }

  /** The JSON form. */
  public String toJson() {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("version", VERSION)
            .add("video_id", videoId.toString())
            .add("task_id", videoId.toString())
            .add("status", status.name().toLowerCase(Locale.ROOT))
            .add("progress", progress)
            .add("attempt", attempt)
            .add("at", at.toString());
    failureCode.ifPresent(code -> object.add("failure_code", code));
    return object.build().toString();
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException if it is not JSON, of another version, or lacks a member
   */
  public static VideoEvent fromJson(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      int version = object.getInt("version");
      if (version != VERSION) {
        throw new IllegalArgumentException("Version " + version + " of a video event is unknown");
      }
      return new VideoEvent(
          UUID.fromString(object.getString("video_id")),
          VideoStatus.valueOf(object.getString("status").toUpperCase(Locale.ROOT)),
          object.getInt("progress"),
          object.getInt("attempt"),
          Instant.parse(object.getString("at")),
          Optional.ofNullable(object.getString("failure_code", null)));
    } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("Not a video event: " + e.getMessage(), e);
    }
  }
}
