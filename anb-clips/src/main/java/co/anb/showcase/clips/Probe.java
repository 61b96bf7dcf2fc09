package co.anb.showcase.clips;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures clips. */
public final class Probe {

  private Probe() {}

  /**
   * Reads what a clip is like.
   *
   * @throws IOException if the file is not a clip
   */
  public static MediaProperties read(Path clip) throws IOException {
    String answer =
        Program.FFPROBE.run(
            List.of("-of", "json", "-show_format", "-show_streams", clip.toString()));
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return properties(reader.readObject(), clip);
    }
  }

  private static MediaProperties properties(JsonObject answer, Path clip) throws IOException {
    JsonArray streams = answer.getJsonArray("streams");
    JsonObject video = stream(streams, "video").orElse(JsonValue.EMPTY_JSON_OBJECT);
    return new MediaProperties(
        video.getInt("width", 0),
        video.getInt("height", 0),
        video.getString("codec_name", ""),
        video.getString("profile", ""),
        video.getString("pix_fmt", ""),
        fraction(video.getString("avg_frame_rate", "0/0")),
        Double.parseDouble(answer.getJsonObject("format").getString("duration", "0")),
        rotation(video),
        stream(streams, "audio").isPresent(),
        moovBeforeMdat(clip),
        Files.size(clip));
  }

  private static Optional<JsonObject> stream(JsonArray streams, String type) {
    return streams.stream()
        .map(JsonValue::asJsonObject)
        .filter(stream -> stream.getString("codec_type", "").equals(type))
        .findFirst();
  }

  private static int rotation(JsonObject video) {
    JsonArray sideData = video.getJsonArray("side_data_list");
    if (sideData == null) {
      return 0;
    }
    // The program counts anticlockwise.
    return sideData.stream()
        .map(JsonValue::asJsonObject)
        .filter(data -> data.containsKey("rotation"))
        .map(data -> Math.floorMod(-data.getInt("rotation"), 360))
        .findFirst()
        .orElse(0);
  }

  static double fraction(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Double.parseDouble(text);
    }
    double denominator = Double.parseDouble(text.substring(slash + 1));
    return denominator == 0 ? 0 : Double.parseDouble(text.substring(0, slash)) / denominator;
  }

  private static boolean moovBeforeMdat(Path clip) throws IOException {
    try (var file = new RandomAccessFile(clip.toFile(), "r")) {
      long position = 0;
      byte[] type = new byte[4];
      while (position + 8 <= file.length()) {
        file.seek(position);
        long size = Integer.toUnsignedLong(file.readInt());
        file.readFully(type);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        if (name.equals("moov") || name.equals("mdat")) {
          return name.equals("moov");
        }
        if (size == 1 && position + 16 <= file.length()) {
          size = file.readLong();
        }
        if (size < 8) {
          return false;
        }
        position += size;
      }
      return false;
    }
  }
}
