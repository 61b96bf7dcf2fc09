package co.anb.showcase.domain.processing;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The message on topic {@code video_tasks.dlq}: a task that was given up after too many failed
 * attempts. Its key is the clip's id. An operator fixes the cause and replays it.
 *
 * @param attempts how often it was tried
 * @param reason why the last attempt failed; for operators, not for players
 */
public record DeadTask(UUID videoId, int attempts, Instant failedAt, String reason) {

  /** The version written into every message. */
  public static final int VERSION = 1;

  /** The JSON form. */
  public String toJson() {
    return Json.createObjectBuilder()
        .add("version", VERSION)
        .add("task_id", videoId.toString())
        .add("video_id", videoId.toString())
        .add("attempts", attempts)
        .add("failed_at", failedAt.toString())
        .add("reason", reason)
        .build()
        .toString();
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException if it is not JSON, of another version, or lacks a member
   */
  public static DeadTask fromJson(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      int version = object.getInt("version");
      if (version != VERSION) {
        throw new IllegalArgumentException("Version " + version + " of a dead task is unknown");
      }
      return new DeadTask(
          UUID.fromString(object.getString("video_id")),
          object.getInt("attempts"),
          Instant.parse(object.getString("failed_at")),
          object.getString("reason"));
    } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("Not a dead task: " + e.getMessage(), e);
    }
  }
}
