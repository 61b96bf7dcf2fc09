package co.anb.showcase.domain.processing;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The message on topic {@code video_tasks} that asks a worker to process a clip. Its key is the
 * clip's id. Readers ignore members they do not know; an incompatible change raises {@link
 * #VERSION}.
 */
public record VideoTask(UUID taskId, UUID videoId, Instant queuedAt) {

  /** The version written into every message. */
  public static final int VERSION = 1;

  /** The JSON form. */
  public String toJson() {
    return Json.createObjectBuilder()
        .add("version", VERSION)
        .add("task_id", taskId.toString())
        .add("video_id", videoId.toString())
        .add("queued_at", queuedAt.toString())
        .build()
        .toString();
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException if it is not JSON, of another version, or lacks a member
   */
  public static VideoTask fromJson(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      int version = object.getInt("version");
      if (version != VERSION) {
        throw new IllegalArgumentException("Version " + version + " of a video task is unknown");
      }
      return new VideoTask(
          UUID.fromString(object.getString("task_id")),
          UUID.fromString(object.getString("video_id")),
          Instant.parse(object.getString("queued_at")));
    } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("Not a video task: " + e.getMessage(), e);
    }
  }
}
