package co.anb.showcase.clips;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import co.anb.showcase.clips.BoxFile.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes clips with traits that phones, cameras and editors give them, and FFmpeg does not. */
public final class OddClips {

  private static final int UNITY = 1 << 16;
  private static final int MATRIX_IN_TRACK = 40;
  private static final int MATRIX_IN_MOVIE = 36;
  private static final int DESCRIPTION_TYPE = 12;

  private OddClips() {}

  /**
   * Makes a clip of one silent track.
   *
   * @param filters a filter graph of FFmpeg without inputs and outputs, which yields what the
   *     encoder takes
   * @param encoder FFmpeg's name of it
   * @param options of the encoder, by FFmpeg's names
   * @param target the MP4 to write; replaced if there
   * @return {@code target}
   * @throws IOException if FFmpeg cannot make or write it, with its words
   */
  public static Path make(String filters, String encoder, Map<String, String> options, Path target)
      throws IOException {
    Clips.write(List.of(new TrackPlan(filters, encoder, options, 0, 0)), false, target);
    return target;
  }

  /**
   * Makes a clip whose first track is a still, as some cameras put a thumbnail there.
   *
   * @param recipe the clip itself
   */
  public static Path withThumbnailFirst(ClipRecipe recipe, Path target) throws IOException {
    var still =
        new TrackPlan(
            "color=c=red:size=640x360:rate=1:duration=1,format=yuvj420p", "mjpeg", Map.of(), 0, 0);
    Clips.write(List.of(still, Clips.pictures(recipe)), false, target);
    return target;
  }

  /**
   * Replaces the edit list.
   *
   * @param file a clip with its index last; changed
   * @param parts start, counted from the first frame, and length, in seconds; a start of NaN shows
   *     nothing
   */
  public static void edit(Path file, double[]... parts) throws IOException {
    var boxes = new BoxFile(file);
    Box movieHeader = boxes.movie().get("mvhd");
    Box track = boxes.track();
    int movieScale = movieHeader.number(12);
    int mediaScale = track.get("mdia/mdhd").number(12);
    // FFmpeg's own edit begins with the first frame.
    int first = track.get("edts/elst").number(12);
    var list = ByteBuffer.allocate(8 + parts.length * 12).putInt(0).putInt(parts.length);
    double shown = 0;
    for (double[] part : parts) {
      list.putInt((int) Math.round(part[1] * movieScale));
      list.putInt(Double.isNaN(part[0]) ? -1 : first + (int) Math.round(part[0] * mediaScale));
      list.putInt(UNITY);
      shown += part[1];
    }
    track.children.removeIf(box -> box.type.equals("edts"));
    var edits = new Box("edts", new byte[0]);
    edits.children.add(new Box("elst", list.array()));
    track.children.add(1, edits);
    movieHeader.set(16, (int) Math.round(shown * movieScale));
    track.get("tkhd").set(20, (int) Math.round(shown * movieScale));
    boxes.write();
  }

  /** Turns or mirrors by the matrix of the track: a, b, c and d, each 0, 1 or -1. */
  public static void turnTrack(Path file, int... matrix) throws IOException {
    var boxes = new BoxFile(file);
    turn(boxes.track().get("tkhd"), MATRIX_IN_TRACK, matrix);
    boxes.write();
  }

  /** Turns or mirrors by the matrix of the movie: a, b, c and d, each 0, 1 or -1. */
  public static void turnMovie(Path file, int... matrix) throws IOException {
    var boxes = new BoxFile(file);
    turn(boxes.movie().get("mvhd"), MATRIX_IN_MOVIE, matrix);
    boxes.write();
  }

  private static void turn(Box header, int at, int... matrix) {
    header.set(at, matrix[0] * UNITY);
    header.set(at + 4, matrix[1] * UNITY);
    header.set(at + 12, matrix[2] * UNITY);
    header.set(at + 16, matrix[3] * UNITY);
  }

  /** Calls the codec by other letters. */
  public static void rename(Path file, String letters) throws IOException {
    var boxes = new BoxFile(file);
    byte[] name = letters.getBytes(ISO_8859_1);
    System.arraycopy(
        name, 0, boxes.track().get("mdia/minf/stbl/stsd").body, DESCRIPTION_TYPE, name.length);
    boxes.write();
  }

  /** Takes a box out of the sample description, so that only the stream tells what it told. */
  public static void silence(Path file, String type) throws IOException {
    var boxes = new BoxFile(file);
    Box description = boxes.track().get("mdia/minf/stbl/stsd");
    byte[] body = description.body;
    int at = new String(body, ISO_8859_1).indexOf(type) - 4;
    if (at < 0) {
      throw new IllegalArgumentException("No box " + type);
    }
    int length = ByteBuffer.wrap(body).getInt(at);
    description.body =
        ByteBuffer.allocate(body.length - length)
            .put(body, 0, at)
            .put(body, at + length, body.length - at - length)
            .putInt(8, ByteBuffer.wrap(body).getInt(8) - length)
            .array();
    boxes.write();
  }

  /**
   * Joins two recordings of the same size in one track, each with its own sample description. They
   * must have no frames that refer to later ones.
   *
   * @param first becomes both
   */
  public static void join(Path first, Path second) throws IOException {
    var boxes = new BoxFile(first);
    var more = new BoxFile(second);
    Box tables = boxes.track().get("mdia/minf/stbl");
    Box added = more.track().get("mdia/minf/stbl");
    int samples = tables.get("stsz").number(8);
    int chunks = tables.get("stco").number(4);
    int moved = boxes.mediaBytes();
    append(tables, added, "stsd", 8, 4, new int[0]);
    append(tables, added, "stts", 8, 4, new int[0]);
    append(tables, added, "stsz", 12, 8, new int[0]);
    append(tables, added, "stss", 8, 4, samples);
    append(tables, added, "stco", 8, 4, moved);
    append(tables, added, "stsc", 8, 4, chunks, 0, 1);
    List<Box> media = new ArrayList<>(more.boxes());
    media.removeIf(box -> box.type.equals("moov"));
    boxes.boxes().addAll(boxes.boxes().size() - 1, media);
    boxes.track().children.removeIf(box -> box.type.equals("edts"));
    lengthen(boxes.movie().get("mvhd"), more.movie().get("mvhd"), 16);
    lengthen(boxes.track().get("tkhd"), more.track().get("tkhd"), 20);
    lengthen(boxes.track().get("mdia/mdhd"), more.track().get("mdia/mdhd"), 16);
    boxes.write();
  }

  /** Assigns all frames of a joined track to the first recording, as some joining programs do. */
  public static void useFirstDescription(Path file) throws IOException {
    var boxes = new BoxFile(file);
    Box chunks = boxes.track().get("mdia/minf/stbl/stsc");
    for (int i = 0; i < chunks.number(4); i++) {
      chunks.set(16 + 12 * i, 1);
    }
    boxes.write();
  }

  /** Writes a clip anew in fragments, as browsers record. */
  public static Path fragment(ClipRecipe recipe, Path target) throws IOException {
    Clips.write(
        List.of(Clips.pictures(recipe)), "frag_keyframe+empty_moov+default_base_moof", target);
    return target;
  }

  /**
   * Gives a clip in fragments what some writers add: the whole length ({@code mehd}) and an index
   * of the fragments ({@code sidx}).
   *
   * @param file as {@link #fragment} writes it; changed
   * @param seconds how long it plays
   */
  public static void indexFragments(Path file, int seconds) throws IOException {
    byte[] clip = Files.readAllBytes(file);
    String letters = new String(clip, ISO_8859_1);
    int movie = letters.indexOf("moov") - 4;
    int extension = letters.indexOf("mvex") - 4;
    int header = letters.indexOf("mdhd") - 4;
    var boxes = ByteBuffer.wrap(clip);
    int end = movie + boxes.getInt(movie);
    int scale = boxes.getInt(header + 20);
    boxes.putInt(movie, boxes.getInt(movie) + 16);
    boxes.putInt(extension, boxes.getInt(extension) + 16);
    ByteBuffer indexed =
        ByteBuffer.allocate(clip.length + 16 + 44)
            .put(clip, 0, extension + 8)
            .putInt(16)
            .put("mehd".getBytes(ISO_8859_1))
            .putInt(0)
            .putInt(seconds * boxes.getInt(letters.indexOf("mvhd") + 16))
            .put(clip, extension + 8, end - extension - 8);
    indexed.putInt(44).put("sidx".getBytes(ISO_8859_1)).putInt(0).putInt(1).putInt(scale);
    indexed.putInt(0).putInt(0).putShort((short) 0).putShort((short) 1);
    indexed.putInt(clip.length - end).putInt(seconds * scale).putInt(0x9000_0000);
    Files.write(file, indexed.put(clip, end, clip.length - end).array());
  }

  private static void lengthen(Box header, Box other, int at) {
    header.set(at, header.number(at) + other.number(at));
  }

  /** Appends the entries of a table, each of whose columns is raised by a number. */
  private static void append(
      Box tables, Box added, String type, int header, int countAt, int... raise) {
    Box table = tables.get(type);
    byte[] entries = Arrays.copyOfRange(added.get(type).body, header, added.get(type).body.length);
    var numbers = ByteBuffer.wrap(entries);
    for (int i = 0; raise.length > 0 && i < entries.length / 4; i++) {
      numbers.putInt(4 * i, numbers.getInt(4 * i) + raise[i % raise.length]);
    }
    int count = table.number(countAt) + added.get(type).number(countAt);
    table.body =
        ByteBuffer.allocate(table.body.length + entries.length)
            .put(table.body)
            .put(entries)
            .array();
    table.set(countAt, count);
  }
}
