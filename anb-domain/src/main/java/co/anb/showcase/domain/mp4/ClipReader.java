package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the header of an ISO base media file (ISO/IEC 14496-12) or a QuickTime file. It sees files
 * of strangers, so it never believes a size: a box ends where its parent ends, only a small window
 * of the file is in memory, and boxes, table entries and frames are counted.
 */
public final class ClipReader {

  private static final long MAX_MOVIE_BOX = 32L * 1024 * 1024;

  /** More tracks no camera writes. */
  private static final int MAX_TRACKS = 100;

  private final BoxTree tree;
  private final TopLevel file;

  private final List<TrackHeader> tracks = new ArrayList<>();
  private long movieScale;
  private long movieDuration;
  private Matrix movieMatrix = Matrix.IDENTITY;
  private Box movieHeader;
  private Box extension;

  private ClipReader(BoxTree tree, TopLevel file) {
    this.tree = tree;
    this.file = file;
  }

  /**
   * Reads what a file shows.
   *
   * @throws FileRefusedException if it is no such file, is damaged, contradicts itself, or its
   *     video is not of a codec that the contest takes
   * @throws IOException if the file cannot be read
   */
  public static ClipTimeline read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      BoxTree tree = new BoxTree(channel);
      TopLevel file = TopLevel.scan(tree);
      if (file.movie().length() > MAX_MOVIE_BOX) {
        throw new FileRefusedException(
            FileFault.FILE_HEADER_TOO_LARGE, "Its header is larger than 32 MiB.");
      }
      return new ClipReader(tree, file).timeline();
    }
  }

  private ClipTimeline timeline() throws IOException {
    tree.children(file.movie(), this::visit);
    Set<Long> ids = new TreeSet<>();
    for (TrackHeader track : tracks) {
      if (!ids.add(track.id)) {
        throw BoxInput.contradictory();
      }
    }
    Fragments fragments = null;
    if (extension != null && !file.fragments().isEmpty()) {
      Set<Long> videos = new TreeSet<>();
      tracks.stream().filter(TrackHeader::isVideo).forEach(track -> videos.add(track.id));
      fragments = Fragments.read(tree, extension, file.fragments(), videos);
    }
    VideoTrack chosen = TrackChoice.choose(tree, tracks, fragments);
    return chosen.timeline(movieScale, movieDuration, movieMatrix, file.quickTime());
  }

  private void visit(Box box) throws IOException {
    switch (box.type()) {
      case "mvhd" -> readMovieHeader(box);
      case "mvex" -> extension = box;
      case "trak" -> {
        if (tracks.size() == MAX_TRACKS) {
          throw new FileRefusedException(
              FileFault.FILE_HEADER_TOO_LARGE, "It has more than 100 tracks.");
        }
        tracks.add(TrackHeader.read(tree, box, tracks.size()));
      }
      default -> {}
    }
  }

  private void readMovieHeader(Box box) throws IOException {
    if (movieHeader != null) {
      throw BoxInput.contradictory();
    }
    movieHeader = box;
    BoxInput input = tree.input().body(box);
    boolean wide = input.i32() >>> 24 == 1;
    input.skip(wide ? 16 : 8);
    movieScale = input.u32();
    if (movieScale > Integer.MAX_VALUE) {
      throw BoxInput.damaged();
    }
    movieDuration = TrackHeader.duration(input, wide);
    input.skip(16);
    movieMatrix = Matrix.read(input);
  }
}
