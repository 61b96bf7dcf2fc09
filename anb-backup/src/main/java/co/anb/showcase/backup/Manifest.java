package co.anb.showcase.backup;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a back-up holds; {@code backup.json} in its folder.
 *
 * @param takenAt when the database was read, all of it as of this moment
 * @param changes the ids of the schema's changes that the database had
 * @param tables rows by table, in an order in which they can be loaded
 * @param sequences the last values that sequences gave out; those never used are absent
 * @param files number of media files
 * @param linked how many of them are hard links to an older back-up
 * @param missing media files that rows name and that were not on the mount
 * @param deleted media files that rows named and that were deleted, with the rows, while the
 *     back-up was made
 */
record Manifest(
    Instant takenAt,
    List<String> changes,
    Map<String, Long> tables,
    Map<String, Long> sequences,
    long files,
    long linked,
    List<String> missing,
    List<String> deleted) {

  private static final int FORMAT = 1;

  long rows() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }

  String toJson() {
    return Json.createObjectBuilder()
        .add("format", FORMAT)
        .add("taken_at", takenAt.toString())
        .add("changes", array(changes))
        .add("tables", object(tables))
        .add("sequences", object(sequences))
        .add("files", files)
        .add("linked", linked)
        .add("missing", array(missing))
        .add("deleted", array(deleted))
        .build()
        .toString();
  }

  static Manifest fromJson(JsonObject json) {
    if (json.getInt("format") != FORMAT) {
      throw new BackupException(
          "The back-up has format %d; this release reads format %d"
              .formatted(json.getInt("format"), FORMAT));
    }
    return new Manifest(
        Instant.parse(json.getString("taken_at")),
        strings(json, "changes"),
        numbers(json, "tables"),
        numbers(json, "sequences"),
        json.getJsonNumber("files").longValue(),
        json.getJsonNumber("linked").longValue(),
        strings(json, "missing"),
        strings(json, "deleted"));
  }

  private static JsonArrayBuilder array(List<String> values) {
    return Json.createArrayBuilder(values);
  }

  private static JsonObjectBuilder object(Map<String, Long> values) {
    var object = Json.createObjectBuilder();
    values.forEach(object::add);
    return object;
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  private static Map<String, Long> numbers(JsonObject json, String name) {
    Map<String, Long> values = new LinkedHashMap<>();
    JsonObject object = json.getJsonObject(name);
    object.keySet().forEach(key -> values.put(key, object.getJsonNumber(key).longValue()));
    return values;
  }
}
