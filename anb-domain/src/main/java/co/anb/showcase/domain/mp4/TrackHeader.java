package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a box {@code trak} says, and where its tables lie. */
final class TrackHeader {

  private static final Set<String> TABLES =
      Set.of("stsd", "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64");

  private final BoxTree tree;
  private final Map<String, Box> boxes = new HashMap<>();
  private final Set<Long> chapters = new HashSet<>();

  final int index;
  long id;
  boolean enabled;
  Matrix matrix = Matrix.IDENTITY;

  /** In units of 1/65536 of a pixel. */
  long shownWidth;

  long shownHeight;

  /** In ticks of the movie; 0 if not told. */
  long shownDuration;

  String handler = "";
  long timeScale;

  /** In ticks of the media; 0 if not told. */
  long mediaDuration;

  boolean external;

  private TrackHeader(BoxTree tree, int index) {
    this.tree = tree;
    this.index = index;
  }

  static TrackHeader read(BoxTree tree, Box trak, int index) throws IOException {
    TrackHeader track = new TrackHeader(tree, index);
    tree.children(trak, track::visit);
    return track;
  }

  /** A table of the track, or null. */
  Box table(String type) {
    return boxes.get(type);
  }

  /** The tracks that are chapters of this one. */
  Set<Long> chapters() {
    return chapters;
  }

  boolean isVideo() {
    return handler.equals("vide");
  }

  private void visit(Box box) throws IOException {
    switch (box.type()) {
      case "tkhd" -> readHeader(once(box));
      case "mdia" -> tree.children(once(box), this::visitMedia);
      case "edts" ->
          tree.children(
              once(box),
              inner -> {
                if (inner.type().equals("elst")) {
                  once(inner);
                }
              });
      case "tref" -> tree.children(box, this::readReference);
      default -> {}
    }
  }

  private void visitMedia(Box box) throws IOException {
    switch (box.type()) {
      case "mdhd" -> readMediaHeader(once(box));
      case "hdlr" -> {
        BoxInput input = tree.input().body(once(box));
        input.skip(8);
        handler = input.fourLetters();
      }
      case "minf" -> tree.children(once(box), this::visitInformation);
      default -> {}
    }
  }

  private void visitInformation(Box box) throws IOException {
    switch (box.type()) {
      case "dinf" -> tree.children(box, this::readData);
      case "stbl" ->
          tree.children(
              once(box),
              table -> {
                if (TABLES.contains(table.type())) {
                  once(table);
                }
              });
      default -> {}
    }
  }

  /** Two boxes of a kind, and two programs read different ones. */
  private Box once(Box box) {
    if (boxes.put(box.type(), box) != null) {
      throw BoxInput.contradictory();
    }
    return box;
  }

  private void readHeader(Box box) throws IOException {
    BoxInput input = tree.input().body(box);
    int word = input.i32();
    boolean wide = word >>> 24 == 1;
    enabled = (word & 1) != 0;
    input.skip(wide ? 16 : 8);
    id = input.u32();
    input.skip(4);
    shownDuration = duration(input, wide);
    input.skip(16);
    matrix = Matrix.read(input);
    shownWidth = input.u32();
    shownHeight = input.u32();
  }

  private void readMediaHeader(Box box) throws IOException {
    BoxInput input = tree.input().body(box);
    boolean wide = input.i32() >>> 24 == 1;
    input.skip(wide ? 16 : 8);
    timeScale = input.u32();
    mediaDuration = duration(input, wide);
  }

  /** 0 if it is not told. */
  static long duration(BoxInput input, boolean wide) throws IOException {
    long value = wide ? input.i64() : input.u32();
    return value < 0 || (!wide && value == 0xFFFF_FFFFL) ? 0 : value;
  }

  private void readReference(Box box) throws IOException {
    if (box.type().equals("chap")) {
      BoxInput input = tree.input().body(box);
      while (input.remaining() >= 4 && chapters.size() < 100) {
        chapters.add(input.u32());
      }
    }
  }

  private void readData(Box box) throws IOException {
    if (!box.type().equals("dref")) {
      return;
    }
    BoxInput input = tree.input().body(box);
    input.skip(8);
    tree.children(
        box.body() + 8,
        box.end(),
        entry -> {
          boolean here = (tree.input().body(entry).i32() & 1) != 0;
          external |= !here;
        });
  }
}
