package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The movie fragments of a file ({@code moof}), by the tracks that they go on with. */
final class Fragments {

  private static final int REORDERED = 64;

  private final BoxTree tree;
  private final Map<Long, Defaults> defaults = new HashMap<>();
  private final Map<Long, TrackRuns> tracks = new HashMap<>();
  private final Set<Long> wanted;

  /** What all fragments of a track have in common, from {@code trex}. */
  private record Defaults(int description, long duration, long size) {}

  /** What fragments say about one track. */
  static final class TrackRuns {
    final RunList runs = new RunList();
    final Set<Integer> descriptions = new HashSet<>();
    private final Earliest earliest = new Earliest();
    private long time;

    /** When the first frame is shown, in ticks of the media. */
    long start() {
      return earliest.value();
    }
  }

  /** The head of a fragment of a track. */
  private static final class Head {
    long track;
    long data;
    Defaults defaults = new Defaults(1, 0, 0);
  }

  private Fragments(BoxTree tree, Set<Long> wanted) {
    this.tree = tree;
    this.wanted = wanted;
  }

  /**
   * Reads them.
   *
   * @param extension the box {@code mvex}
   * @param wanted tracks that are of interest
   */
  static Fragments read(BoxTree tree, Box extension, List<Box> moofs, Set<Long> wanted)
      throws IOException {
    Fragments fragments = new Fragments(tree, wanted);
    tree.children(extension, fragments::readDefaults);
    for (Box moof : moofs) {
      fragments.readFragment(moof);
    }
    return fragments;
  }

  /** What they say about a track; nothing if none goes on with it. */
  TrackRuns of(long track) {
    return tracks.getOrDefault(track, new TrackRuns());
  }

  private void readDefaults(Box box) throws IOException {
    if (box.type().equals("trex")) {
      BoxInput input = tree.input().body(box);
      input.skip(4);
      long track = input.u32();
      int description = (int) Math.min(input.u32(), Integer.MAX_VALUE);
      defaults.put(track, new Defaults(description, input.u32(), input.u32()));
    }
  }

  private void readFragment(Box moof) throws IOException {
    tree.children(
        moof,
        box -> {
          if (box.type().equals("traf")) {
            readTrack(moof, box);
          }
        });
  }

  private void readTrack(Box moof, Box traf) throws IOException {
    Head head = new Head();
    tree.children(
        traf,
        box -> {
          BoxInput input = tree.input().body(box);
          switch (box.type()) {
            case "tfhd" -> readHead(input, moof, head);
            case "tfdt" -> {
              boolean wide = input.i32() >>> 24 == 1;
              long time = wide ? input.u63() : input.u32();
              if (time > Long.MAX_VALUE / 4) {
                throw BoxInput.contradictory();
              }
              track(head).time = time;
            }
            case "trun" -> {
              if (wanted.contains(head.track)) {
                readRun(input, head);
              }
            }
            default -> {}
          }
        });
  }

  private TrackRuns track(Head head) {
    return wanted.contains(head.track)
        ? tracks.computeIfAbsent(head.track, id -> new TrackRuns())
        : new TrackRuns();
  }

  private void readHead(BoxInput input, Box moof, Head head) throws IOException {
    int flags = input.i32();
    head.track = input.u32();
    Defaults movie = defaults.getOrDefault(head.track, head.defaults);
    head.data = (flags & 0x1) != 0 ? input.u63() : moof.start();
    int description =
        (flags & 0x2) != 0 ? (int) Math.min(input.u32(), Integer.MAX_VALUE) : movie.description();
    long duration = (flags & 0x8) != 0 ? input.u32() : movie.duration();
    long size = (flags & 0x10) != 0 ? input.u32() : movie.size();
    head.defaults = new Defaults(description, duration, size);
  }

  private void readRun(BoxInput input, Head head) throws IOException {
    int flags = input.i32() & 0xFF_FFFF;
    int each = 4 * Integer.bitCount(flags & 0xF00);
    long count = input.u32();
    SampleRuns.requireCount(count);
    long start = (flags & 0x1) != 0 ? head.data + input.i32() : head.data;
    input.skip((flags & 0x4) != 0 ? 4 : 0);
    if (count * each > input.remaining()) {
      throw BoxInput.damaged();
    }
    TrackRuns track = track(head);
    track.descriptions.add(head.defaults.description());
    long bytes = readSamples(input, flags, (int) count, head.defaults, track);
    if (start < 0 || start > tree.fileSize() || bytes > tree.fileSize() - start) {
      throw BoxInput.contradictory();
    }
  }

  /** The bytes of the samples together. */
  private static long readSamples(
      BoxInput input, int flags, int count, Defaults defaults, TrackRuns track) throws IOException {
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      long duration = (flags & 0x100) != 0 ? input.u32() : defaults.duration();
      bytes += (flags & 0x200) != 0 ? input.u32() : defaults.size();
      input.skip((flags & 0x400) != 0 ? 4 : 0);
      int offset = (flags & 0x800) != 0 ? input.i32() : 0;
      if (track.runs.samples() < REORDERED) {
        track.earliest.offer(track.time + offset);
      }
      track.runs.add(track.time, 1, duration);
      track.time += duration;
    }
    return bytes;
  }
}
