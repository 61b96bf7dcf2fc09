package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A video track with its sample descriptions and frames. */
final class VideoTrack {

  /** So far may two durations of the same thing lie apart, in milliseconds. */
  private static final long SLACK_MILLIS = 1000;

  private static final double STRETCHED = 0.01;

  private final BoxTree tree;
  private final TrackHeader header;
  private final List<SampleEntry> entries;
  private final SampleTables tables;
  private final Fragments.TrackRuns fragments;
  private final int listed;

  private VideoTrack(
      BoxTree tree,
      TrackHeader header,
      List<SampleEntry> entries,
      SampleTables tables,
      Fragments.TrackRuns fragments)
      throws IOException {
    this.tree = tree;
    this.header = header;
    this.entries = entries;
    this.tables = tables;
    this.fragments = fragments;
    this.listed = tables.count();
  }

  static VideoTrack read(BoxTree tree, TrackHeader header, Fragments fragments) throws IOException {
    Box stsd = header.table("stsd");
    return new VideoTrack(
        tree,
        header,
        stsd == null ? List.of() : SampleEntry.readAll(tree, stsd),
        new SampleTables(tree, header),
        fragments == null ? new Fragments.TrackRuns() : fragments.of(header.id));
  }

  long id() {
    return header.id;
  }

  boolean isEnabled() {
    return header.enabled;
  }

  int samples() {
    return listed + fragments.runs.samples();
  }

  boolean isStills() {
    return !entries.isEmpty() && CodecNames.isStill(entries.get(0));
  }

  ClipTimeline timeline(long movieScale, long movieDuration, Matrix movieMatrix, boolean quickTime)
      throws IOException {
    if (header.external) {
      throw new FileRefusedException(FileFault.FILE_EXTERNAL, "Its frames lie in another file.");
    }
    if (header.id == 0 || header.timeScale == 0 || header.timeScale > Integer.MAX_VALUE) {
      throw BoxInput.damaged();
    }
    SampleRuns.requireCount(samples());
    Set<Integer> used = new HashSet<>(fragments.descriptions);
    if (listed > 0) {
      used.addAll(tables.check());
    }
    SampleEntry entry = onlyEntry(used);
    ClipCodec codec = codec(entry);
    Extent extent = extent();
    EditList list = new EditList(movieScale, header.timeScale, extent.start(), extent.end());
    List<Edit> edits = edits(list);
    if (fragments.runs.samples() == 0) {
      checkDurations(extent, list, movieScale, movieDuration);
    }
    Matrix matrix = header.matrix.then(movieMatrix);
    return new ClipTimeline(
        header.id,
        header.index,
        codec,
        entry.format,
        matrix.orientation(),
        entry.fields,
        (int) header.timeScale,
        edits,
        size(entry, matrix),
        entry.color,
        samples(),
        shownSamples(edits, extent),
        used.size(),
        fragments.runs.samples() > 0,
        quickTime);
  }

  /** All descriptions that are used have to be of one kind. */
  private SampleEntry onlyEntry(Set<Integer> used) {
    SampleEntry first = null;
    for (int index : used) {
      if (index < 1 || index > entries.size()) {
        throw BoxInput.contradictory();
      }
      SampleEntry entry = entries.get(index - 1);
      if (first == null) {
        first = entry;
      } else if (!codec(entry).equals(codec(first))
          || entry.width != first.width
          || entry.height != first.height) {
        throw SampleEntry.mixed();
      }
    }
    if (first == null) {
      throw BoxInput.damaged();
    }
    return first;
  }

  private static ClipCodec codec(SampleEntry entry) {
    if (entry.encrypted) {
      throw new FileRefusedException(FileFault.FILE_ENCRYPTED, "It is encrypted.");
    }
    if (entry.dolbyOnly && entry.format.startsWith("dv")) {
      throw wrongCodec("Dolby Vision 5");
    }
    return CodecNames.codec(entry.format).orElseThrow(() -> wrongCodec(CodecNames.name(entry)));
  }

  private static FileRefusedException wrongCodec(String name) {
    return new FileRefusedException(
        FileFault.FILE_CODEC, "Its video is " + name + ", not H.264 or HEVC.", name);
  }

  /**
   * From the first frame to the end of the last, in ticks of the media.
   *
   * @param shift from decoding to showing
   */
  private record Extent(long start, long end, long shift) {
    long length() {
      return end - start;
    }
  }

  private Extent extent() throws IOException {
    long[] decoded = {Long.MAX_VALUE, 0};
    forEachRun(
        (time, count, delta) -> {
          decoded[0] = Math.min(decoded[0], time);
          decoded[1] = Math.max(decoded[1], time + count * delta);
        });
    long start = listed > 0 ? tables.shift() : fragments.start();
    if (decoded[1] <= decoded[0] || decoded[1] > Long.MAX_VALUE / 4) {
      throw BoxInput.contradictory();
    }
    long shift = start - decoded[0];
    return new Extent(start, decoded[1] + shift, shift);
  }

  private void forEachRun(SampleRuns.Visitor visitor) throws IOException {
    if (listed > 0) {
      tables.forEach(visitor);
    }
    fragments.runs.forEach(visitor);
  }

  /**
   * The frames' own durations count, but the headers must not all speak against them. Either one of
   * them tells the length of the media, or the movie's and the track's tell the length of the
   * edits, and the media's alone is wrong: it does not even reach to where the edits end. The
   * media's header alone refuses nothing.
   */
  private void checkDurations(Extent extent, EditList list, long movieScale, long movieDuration) {
    double media = millis(extent.length(), header.timeScale);
    double told = millis(header.mediaDuration, header.timeScale);
    double shown = millis(header.shownDuration, movieScale);
    double movie = millis(movieDuration, movieScale);
    if (shown == 0 && movie == 0) {
      return;
    }
    boolean mediaTold = agree(media, told) || agree(media, shown) || agree(media, movie);
    boolean editsTold =
        (agree(list.shownMillis(), shown) || agree(list.shownMillis(), movie))
            && !agree(list.lastMillis(), told);
    if (!mediaTold && !editsTold) {
      throw BoxInput.contradictory();
    }
  }

  private static double millis(long ticks, long scale) {
    return scale == 0 ? 0 : 1000.0 * ticks / scale;
  }

  private static boolean agree(double millis, double other) {
    return Math.abs(millis - other) <= Math.max(SLACK_MILLIS, millis / 50);
  }

  private List<Edit> edits(EditList list) throws IOException {
    Box elst = header.table("elst");
    List<Edit> edits = elst == null ? list.whole() : list.read(tree.input().body(elst));
    if (edits.isEmpty()) {
      throw new FileRefusedException(FileFault.FILE_TOO_SHORT, "It shows no frame.");
    }
    return edits;
  }

  private int shownSamples(List<Edit> edits, Extent extent) throws IOException {
    long[] shown = {0};
    forEachRun(
        (time, count, delta) -> {
          long first = time + extent.shift();
          for (Edit edit : edits) {
            shown[0] += before(edit.end(), first, count, delta);
            shown[0] -= before(edit.start(), first, count, delta);
          }
        });
    return (int) Math.min(shown[0], Integer.MAX_VALUE);
  }

  /** How many frames of a run begin before an instant. */
  private static long before(long instant, long first, int count, long delta) {
    if (instant <= first) {
      return 0;
    }
    return delta == 0 ? count : Math.min(count, (instant - first + delta - 1) / delta);
  }

  private PictureSize size(SampleEntry entry, Matrix matrix) {
    long width = entry.width > 0 ? entry.width : header.shownWidth >> 16;
    long height = entry.height > 0 ? entry.height : header.shownHeight >> 16;
    if (width < 1 || height < 1) {
      throw BoxInput.damaged();
    }
    double aspect = 0;
    if (entry.pixelWidth > 0) {
      aspect = (double) entry.pixelWidth / entry.pixelHeight;
    } else if (header.shownWidth > 0 && header.shownHeight > 0 && !isTurnedSize(width, height)) {
      double shown = (double) header.shownWidth / header.shownHeight * height / width;
      aspect = Math.abs(shown - 1) > STRETCHED ? shown : 0;
    }
    double stretch = matrix.stretch();
    if (Math.abs(stretch - 1) > STRETCHED) {
      aspect = (aspect == 0 ? 1 : aspect) * stretch;
    } else if (entry.pixelWidth > 0) {
      return new PictureSize((int) width, (int) height, entry.pixelWidth, entry.pixelHeight);
    }
    if (aspect == 0) {
      return new PictureSize((int) width, (int) height, 0, 0);
    }
    int across = (int) Math.round(Math.max(1, Math.min(1 << 20, aspect * 1000)));
    return new PictureSize((int) width, (int) height, across, 1000);
  }

  /** Some writers tell the size as it is after turning. */
  private boolean isTurnedSize(long width, long height) {
    return header.shownWidth >> 16 == height && header.shownHeight >> 16 == width;
  }
}
