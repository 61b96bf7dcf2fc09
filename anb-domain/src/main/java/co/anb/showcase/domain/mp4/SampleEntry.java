package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One sample description of a video track: the codec with what belongs to it. */
final class SampleEntry {

  private static final int MAX_ENTRIES = 64;

  /** Fields of a video sample entry before its boxes. */
  private static final int FIXED = 78;

  private final BoxTree tree;

  final String format;
  int width;
  int height;
  int pixelWidth;
  int pixelHeight;
  ColorTags color = ColorTags.UNSPECIFIED;
  FieldOrder fields = FieldOrder.UNSPECIFIED;
  boolean encrypted;

  /** Dolby Vision that only a decoder of Dolby Vision can show. */
  boolean dolbyOnly;

  /** What frames of format {@code mp4v} really are, by ISO/IEC 14496-1; 0 if not told. */
  int objectType;

  private SampleEntry(BoxTree tree, String format) {
    this.tree = tree;
    this.format = format;
  }

  /** All descriptions of a track. */
  static List<SampleEntry> readAll(BoxTree tree, Box stsd) throws IOException {
    BoxInput input = tree.input().body(stsd);
    input.skip(4);
    int count = input.entries(8);
    if (count > MAX_ENTRIES) {
      throw mixed();
    }
    List<SampleEntry> entries = new ArrayList<>();
    tree.children(
        stsd.body() + 8,
        stsd.end(),
        box -> {
          if (entries.size() < count) {
            entries.add(read(tree, box));
          }
        });
    if (entries.size() < count) {
      throw BoxInput.damaged();
    }
    return entries;
  }

  static FileRefusedException mixed() {
    return new FileRefusedException(
        FileFault.FILE_MIXED, "It joins recordings of different kinds in one track.");
  }

  private static SampleEntry read(BoxTree tree, Box box) throws IOException {
    SampleEntry entry = new SampleEntry(tree, box.type());
    entry.encrypted = Set.of("encv", "drmi", "drms").contains(box.type());
    if (box.length() < FIXED) {
      return entry;
    }
    BoxInput input = tree.input().body(box);
    input.skip(24); // reserved, index of the data reference, predefined
    entry.width = input.u16();
    entry.height = input.u16();
    tree.children(box.body() + FIXED, box.end(), entry::visit);
    return entry;
  }

  private void visit(Box box) throws IOException {
    BoxInput input = tree.input().body(box);
    switch (box.type()) {
      case "pasp" -> readPixelAspect(input);
      case "colr" -> readColor(input);
      case "fiel" -> fields = fields(input.u8(), input.remaining() > 0 ? input.u8() : 0);
      case "sinf" -> encrypted = true;
      case "dvcC", "dvvC", "dvwC" -> {
        input.skip(4);
        dolbyOnly = input.u8() >> 4 == 0;
      }
      case "esds" -> objectType = objectType(input);
      default -> {}
    }
  }

  private void readPixelAspect(BoxInput input) throws IOException {
    long across = input.u32();
    long down = input.u32();
    if (across > 0 && down > 0) {
      while ((across | down) > 1 << 20) {
        across = Math.max(1, across >> 1);
        down = Math.max(1, down >> 1);
      }
      pixelWidth = (int) across;
      pixelHeight = (int) down;
    }
  }

  private void readColor(BoxInput input) throws IOException {
    String kind = input.fourLetters();
    if (kind.equals("nclx") || kind.equals("nclc")) {
      int primaries = input.u16();
      int transfer = input.u16();
      int matrix = input.u16();
      boolean full = kind.equals("nclx") && input.remaining() > 0 && input.u8() >> 7 == 1;
      color = new ColorTags(primaries, transfer, matrix, full);
    }
  }

  private static FieldOrder fields(int count, int order) {
    if (count == 1) {
      return FieldOrder.PROGRESSIVE;
    }
    if (count != 2) {
      return FieldOrder.UNSPECIFIED;
    }
    return switch (order) {
      case 1, 14 -> FieldOrder.TOP_FIRST;
      case 6, 9 -> FieldOrder.BOTTOM_FIRST;
      default -> FieldOrder.UNSPECIFIED;
    };
  }

  /** From the descriptors in an {@code esds}: ES_Descriptor, in it DecoderConfigDescriptor. */
  private static int objectType(BoxInput input) throws IOException {
    input.skip(4);
    if (input.u8() != 3) {
      return 0;
    }
    skipSize(input);
    input.skip(2);
    int flags = input.u8();
    input.skip((flags & 0x80) != 0 ? 2 : 0);
    input.skip((flags & 0x40) != 0 ? input.u8() : 0);
    input.skip((flags & 0x20) != 0 ? 2 : 0);
    if (input.u8() != 4) {
      return 0;
    }
    skipSize(input);
    return input.u8();
  }

  private static void skipSize(BoxInput input) throws IOException {
    int bytes = 1;
    while (input.u8() >= 0x80 && bytes < 4) {
      bytes++;
    }
  }
}
