package co.anb.showcase.domain.mp4;

import java.util.List;

/**
 * Which frames of a file are shown, for how long and how: all that the header tells about the one
 * track that was chosen. The web tier reads it from an upload, it is kept with the clip, and the
 * worker is handed it.
 *
 * <p>Empty edits are left out: they show nothing. A file without an edit list has one edit, from
 * its first frame to the end of its last. No edit goes beyond the media.
 *
 * @param trackId the identifier in the track header; 1 to 2^32 - 1
 * @param trackIndex place of the track among all tracks of the file, sound and others included,
 *     from 0
 * @param codec the codec
 * @param format the four letters of the sample entry, such as {@code avc1} or {@code dvh1}
 * @param orientation what the matrices of track and movie amount to
 * @param fields whether frames consist of fields
 * @param timeScale ticks of the media in a second; 1 to 2^31 - 1
 * @param edits what is shown, in this order; 1 to {@link #MAX_EDITS}
 * @param size of the decoded frames
 * @param color what the header says about colours
 * @param samples frames in the track, shown or not
 * @param shownSamples frames that begin within the edits, one that two edits show counted twice
 * @param descriptions sample descriptions that frames refer to, all of the same codec and size
 * @param fragmented whether frames are listed in movie fragments
 * @param quickTime whether it is a QuickTime file, not an MP4 one
 */
public record ClipTimeline(
    long trackId,
    int trackIndex,
    ClipCodec codec,
    String format,
    Orientation orientation,
    FieldOrder fields,
    int timeScale,
    List<Edit> edits,
    PictureSize size,
    ColorTags color,
    int samples,
    int shownSamples,
    int descriptions,
    boolean fragmented,
    boolean quickTime) {

  /** More parts no clip may consist of. */
  public static final int MAX_EDITS = 100;

  /** Refuses what no file can say. */
  public ClipTimeline {
    edits = List.copyOf(edits);
    if (trackId < 1 || trackId > 0xFFFF_FFFFL || trackIndex < 0 || timeScale < 1) {
      throw new IllegalArgumentException("Not a track: " + trackId + ", " + timeScale);
    }
    if (edits.isEmpty() || edits.size() > MAX_EDITS) {
      throw new IllegalArgumentException("So many edits: " + edits.size());
    }
    if (!format.matches("[ -~]{4}")) {
      throw new IllegalArgumentException("Not the letters of a codec");
    }
    if (samples < 1 || shownSamples < 0 || descriptions < 1) {
      throw new IllegalArgumentException("So many samples: " + samples);
    }
    if (codec == null || orientation == null || fields == null || size == null || color == null) {
      throw new IllegalArgumentException("Something is missing");
    }
  }

  /** How long it plays: the sum of the edits, in milliseconds. */
  public long durationMillis() {
    double ticks = edits.stream().mapToDouble(Edit::length).sum();
    return Math.round(ticks * 1000 / timeScale);
  }

  /** Pixels across when it is upright, of square pixels as far as the header tells. */
  public int shownWidth() {
    return orientation.swapsSides() ? size.height() : size.squareWidth();
  }

  /** Pixels down when it is upright, of square pixels as far as the header tells. */
  public int shownHeight() {
    return orientation.swapsSides() ? size.squareWidth() : size.height();
  }

  /** The compact JSON form, of at most {@link TimelineJson#MAX_LENGTH} characters. */
  public String toJson() {
    return TimelineJson.write(this);
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException if it is too long, not JSON, of another version, lacks a
   *     member, or has one that does not belong there
   */
  public static ClipTimeline fromJson(String json) {
    return TimelineJson.read(json);
  }
}
