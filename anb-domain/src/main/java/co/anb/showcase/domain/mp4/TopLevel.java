package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The outermost boxes of a file.
 *
 * @param movie the first box {@code moov}
 * @param fragments boxes {@code moof} behind it
 * @param quickTime whether it calls itself QuickTime, or was written before files had a type
 */
record TopLevel(Box movie, List<Box> fragments, boolean quickTime) {

  private static final String QUICKTIME = "qt  ";
  private static final Set<String> MP4 =
      Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "hvc1");
  private static final Set<String> STILLS = Set.of("mif1", "msf1", "heic", "heix", "avif", "avis");

  /** What is known while the file is scanned. */
  private static final class Scan {
    private String brand;
    private boolean alsoMp4;
    private Box movie;
    private boolean media;
    private final List<Box> fragments = new ArrayList<>();

    boolean knownKind() {
      return brand != null || movie != null;
    }
  }

  /** Goes on to the end of the file to see whether the media is whole. */
  static TopLevel scan(BoxTree tree) throws IOException {
    BoxInput input = tree.input();
    long size = tree.fileSize();
    Scan scan = new Scan();
    long position = 0;
    while (position + 8 <= size) {
      Box box;
      try {
        box = tree.at(input, position, size);
      } catch (FileRefusedException e) {
        if (e.fault() == FileFault.FILE_DAMAGED) {
          endOrRefuse(scan, "");
          break;
        }
        throw e;
      }
      if (box.end() > size) {
        endOrRefuse(scan, box.type());
        break;
      }
      take(tree, scan, box);
      position = box.end();
    }
    if (scan.movie == null && (scan.brand == null || STILLS.contains(scan.brand))) {
      throw notMp4();
    }
    if (scan.movie == null || !scan.media) {
      throw BoxInput.damaged();
    }
    boolean quickTime = scan.brand == null || (scan.brand.equals(QUICKTIME) && !scan.alsoMp4);
    return new TopLevel(scan.movie, List.copyOf(scan.fragments), quickTime);
  }

  /** Rubbish at the end players do not mind; media that is cut off is another thing. */
  private static void endOrRefuse(Scan scan, String type) {
    if (!scan.knownKind()) {
      throw notMp4();
    }
    if (scan.movie == null || !scan.media || type.equals("mdat") || type.equals("moof")) {
      throw BoxInput.damaged();
    }
  }

  private static void take(BoxTree tree, Scan scan, Box box) throws IOException {
    switch (box.type()) {
      case "ftyp" -> {
        if (scan.brand == null) {
          readBrands(tree, scan, box);
        }
      }
      case "moov" -> scan.movie = scan.movie == null ? box : scan.movie;
      case "mdat" -> scan.media = true;
      case "moof" -> {
        if (scan.movie != null) {
          scan.fragments.add(box);
        }
      }
      default -> {}
    }
  }

  private static void readBrands(BoxTree tree, Scan scan, Box box) throws IOException {
    BoxInput input = tree.input().body(box);
    scan.brand = input.fourLetters();
    input.skip(Math.min(4, input.remaining()));
    for (int i = 0; i < 64 && input.remaining() >= 4; i++) {
      scan.alsoMp4 |= MP4.contains(input.fourLetters());
    }
  }

  private static FileRefusedException notMp4() {
    return new FileRefusedException(FileFault.FILE_NOT_MP4, "It is not an MP4 video.");
  }
}
