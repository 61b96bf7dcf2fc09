package co.anb.showcase.domain.mp4;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The JSON form of a timeline. */
final class TimelineJson {

  /** Longest text, in characters: a hundred edits of 64 bits fit. */
  static final int MAX_LENGTH = 8192;

  private static final int VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "v",
          "track",
          "index",
          "codec",
          "format",
          "orientation",
          "fields",
          "scale",
          "edits",
          "size",
          "color",
          "full_range",
          "samples",
          "shown",
          "descriptions",
          "fragmented",
          "quicktime");

  private TimelineJson() {}

  static String write(ClipTimeline timeline) {
    JsonArrayBuilder edits = Json.createArrayBuilder();
    for (Edit edit : timeline.edits()) {
      edits.add(Json.createArrayBuilder().add(edit.start()).add(edit.length()));
    }
    PictureSize size = timeline.size();
    ColorTags color = timeline.color();
    return Json.createObjectBuilder()
        .add("v", VERSION)
        .add("track", timeline.trackId())
        .add("index", timeline.trackIndex())
        .add("codec", timeline.codec().name())
        .add("format", timeline.format())
        .add("orientation", timeline.orientation().name())
        .add("fields", timeline.fields().name())
        .add("scale", timeline.timeScale())
        .add("edits", edits)
        .add("size", numbers(size.width(), size.height(), size.pixelWidth(), size.pixelHeight()))
        .add("color", numbers(color.primaries(), color.transfer(), color.matrix()))
        .add("full_range", color.fullRange())
        .add("samples", timeline.samples())
        .add("shown", timeline.shownSamples())
        .add("descriptions", timeline.descriptions())
        .add("fragmented", timeline.fragmented())
        .add("quicktime", timeline.quickTime())
        .build()
        .toString();
  }

  static ClipTimeline read(String json) {
    if (json.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("Too long for a timeline");
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      if (!object.keySet().equals(MEMBERS) || whole(object, "v") != VERSION) {
        throw new IllegalArgumentException("Not a timeline of version " + VERSION);
      }
      JsonArray size = array(object, "size", 4);
      JsonArray color = array(object, "color", 3);
      return new ClipTimeline(
          object.getJsonNumber("track").longValueExact(),
          whole(object, "index"),
          ClipCodec.valueOf(object.getString("codec")),
          object.getString("format"),
          Orientation.valueOf(object.getString("orientation")),
          FieldOrder.valueOf(object.getString("fields")),
          whole(object, "scale"),
          edits(object.getJsonArray("edits")),
          new PictureSize(whole(size, 0), whole(size, 1), whole(size, 2), whole(size, 3)),
          new ColorTags(
              whole(color, 0), whole(color, 1), whole(color, 2), object.getBoolean("full_range")),
          whole(object, "samples"),
          whole(object, "shown"),
          whole(object, "descriptions"),
          object.getBoolean("fragmented"),
          object.getBoolean("quicktime"));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a timeline: " + e.getMessage(), e);
    }
  }

  private static List<Edit> edits(JsonArray array) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      JsonArray edit = array.getJsonArray(i);
      if (edit.size() != 2) {
        throw new IllegalArgumentException("Not an edit: " + edit);
      }
      edits.add(
          new Edit(edit.getJsonNumber(0).longValueExact(), edit.getJsonNumber(1).longValueExact()));
    }
    return edits;
  }

  private static JsonArrayBuilder numbers(int... values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int value : values) {
      array.add(value);
    }
    return array;
  }

  private static JsonArray array(JsonObject object, String name, int size) {
    JsonArray array = object.getJsonArray(name);
    if (array.size() != size) {
      throw new IllegalArgumentException("Not " + size + " numbers: " + name);
    }
    return array;
  }

  private static int whole(JsonObject object, String name) {
    return object.getJsonNumber(name).intValueExact();
  }

  private static int whole(JsonArray array, int index) {
    return array.getJsonNumber(index).intValueExact();
  }
}
