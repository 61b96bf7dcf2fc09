package co.anb.showcase.service.contest;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;

/** Times in JSON; none is null. */
public final class Times {

  private Times() {}

  public static JsonValue json(Instant time) {
    return time == null ? JsonValue.NULL : Json.createValue(time.toString());
  }

  public static Instant instant(JsonValue value) {
    return value instanceof JsonString text ? Instant.parse(text.getString()) : null;
  }
}
