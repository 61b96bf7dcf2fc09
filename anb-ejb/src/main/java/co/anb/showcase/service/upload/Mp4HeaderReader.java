package co.anb.showcase.service.upload;

import co.anb.showcase.service.problem.FileFault;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Reads the few boxes of an MP4 file (ISO/IEC 14496-12) that tell whether it is a clip for the
 * contest. It sees files of strangers, so it never believes a size: a box ends where its parent
 * ends, the movie box is read only up to a limit, and the number of boxes is bounded.
 */
public final class Mp4HeaderReader {

  private static final int MAX_MOVIE_BOX = 16 * 1024 * 1024;
  private static final int MAX_BOXES = 10_000;
  private static final Set<String> BRANDS =
      Set.of(
          "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42",
          "avc1", "hvc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "3gp4", "3gp5", "3gp6", "mp4v");

  private final ByteBuffer movie;
  private int boxes;

  private long movieDuration = -1;
  private Track video;

  private Mp4HeaderReader(ByteBuffer movie) {
    this.movie = movie;
  }

  /**
   * Reads a file's header.
   *
   * @throws ProblemException INVALID_FILE if it is no MP4, is damaged or has no video track
   * @throws IOException if the file cannot be read
   */
  public static Mp4Header read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var reader = new Mp4HeaderReader(movieBox(channel));
      reader.readMovie();
      return reader.result();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  /** The movie box's content. Goes on to the end of the file to see whether the media is whole. */
  private static ByteBuffer movieBox(FileChannel channel) throws IOException {
    long size = channel.size();
    long position = 0;
    ByteBuffer movie = null;
    boolean media = false;
    for (int count = 0; position + 8 <= size && count < MAX_BOXES; count++) {
      ByteBuffer head = bytes(channel, position, (int) Math.min(16, size - position));
      long length = Integer.toUnsignedLong(head.getInt());
      String type = type(head);
      int headLength = 8;
      if (length == 1) {
        length = head.getLong();
        headLength = 16;
      } else if (length == 0) {
        length = size - position;
      }
      boolean fits = length >= headLength && length <= size - position;
      if (count == 0) {
        checkBrand(channel, type, position + headLength, fits ? length - headLength : 0);
      } else if (!fits) {
        if (movie != null && media && !type.equals("mdat")) {
          break; // Rubbish at the end; players do not mind it.
        }
        throw damaged();
      } else if (type.equals("moov") && movie == null) {
        if (length > MAX_MOVIE_BOX) {
          throw damaged();
        }
        movie = bytes(channel, position + headLength, (int) (length - headLength));
      } else if (type.equals("mdat")) {
        media = true;
      }
      position += length;
    }
    if (movie == null || !media) {
      throw damaged();
    }
    return movie;
  }

  private static void checkBrand(FileChannel channel, String type, long position, long length)
      throws IOException {
    if (!type.equals("ftyp") || length < 8 || length > 1024) {
      throw notMp4();
    }
    ByteBuffer brands = bytes(channel, position, (int) length);
    String major = type(brands);
    brands.getInt();
    boolean known = BRANDS.contains(major);
    while (!known && brands.remaining() >= 4) {
      known = BRANDS.contains(type(brands));
    }
    if (!known) {
      throw notMp4();
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position + buffer.position());
      if (count < 0) {
        throw damaged();
      }
    }
    return buffer.flip();
  }

  private void readMovie() {
    children(
        movie,
        (type, body) -> {
          switch (type) {
            case "mvhd" -> movieDuration = duration(body);
            case "trak" -> readTrack(body);
            default -> {}
          }
        });
  }

  private void readTrack(ByteBuffer track) {
    Track found = new Track();
    children(
        track,
        (type, body) -> {
          switch (type) {
            case "tkhd" -> readTrackHeader(body, found);
            case "mdia" -> readMedia(body, found);
            default -> {}
          }
        });
    if (video == null && found.isVideo && found.width > 0 && found.height > 0) {
      video = found;
    }
  }

  private static void readTrackHeader(ByteBuffer body, Track track) {
    boolean wide = (body.getInt() >>> 24) == 1;
    skip(body, wide ? 32 : 20); // times, track id, reserved, duration
    skip(body, 16); // reserved, layer, group, volume
    int a = body.getInt();
    int b = body.getInt();
    track.turned = Math.abs(b) > Math.abs(a);
    skip(body, 28);
    track.width = body.getInt() >>> 16;
    track.height = body.getInt() >>> 16;
  }

  private void readMedia(ByteBuffer media, Track track) {
    children(
        media,
        (type, body) -> {
          switch (type) {
            case "mdhd" -> track.duration = duration(body);
            case "hdlr" -> {
              skip(body, 8);
              track.isVideo = type(body).equals("vide");
            }
            case "minf" ->
                children(
                    body,
                    (inner, table) -> {
                      if (inner.equals("stbl")) {
                        children(table, (leaf, entry) -> readSamples(leaf, entry, track));
                      }
                    });
            default -> {}
          }
        });
  }

  /** The sample entry has the coded size, which a track header may leave out or stretch. */
  private static void readSamples(String type, ByteBuffer body, Track track) {
    if (!type.equals("stsd") || !track.isVideo) {
      return;
    }
    skip(body, 4);
    if (body.getInt() < 1) {
      return;
    }
    skip(body, 8 + 24); // entry's size and type; reserved, index, predefined
    int width = Short.toUnsignedInt(body.getShort());
    int height = Short.toUnsignedInt(body.getShort());
    if (width > 0 && height > 0) {
      track.width = width;
      track.height = height;
    }
  }

  /** Milliseconds of an mvhd or mdhd box, or -1 if it does not say. */
  private static long duration(ByteBuffer body) {
    boolean wide = (body.getInt() >>> 24) == 1;
    skip(body, wide ? 16 : 8);
    long scale = Integer.toUnsignedLong(body.getInt());
    long units = wide ? body.getLong() : Integer.toUnsignedLong(body.getInt());
    boolean unknown = wide ? units == -1 : units == 0xFFFF_FFFFL;
    if (scale == 0 || unknown || units < 0 || units / scale > Integer.MAX_VALUE) {
      return -1;
    }
    return units / scale * 1000 + units % scale * 1000 / scale;
  }

  private void children(ByteBuffer parent, BoxVisitor visitor) {
    while (parent.remaining() >= 8) {
      if (++boxes > MAX_BOXES) {
        throw damaged();
      }
      long length = Integer.toUnsignedLong(parent.getInt());
      String type = type(parent);
      long body = length - 8;
      if (length == 1) {
        body = parent.getLong() - 16;
      } else if (length == 0) {
        body = parent.remaining();
      }
      if (body < 0 || body > parent.remaining()) {
        throw damaged();
      }
      visitor.visit(type, parent.slice(parent.position(), (int) body));
      skip(parent, (int) body);
    }
  }

  private Mp4Header result() {
    if (video == null) {
      throw ProblemException.file(FileFault.FILE_NO_VIDEO, "It has no video track.");
    }
    long duration = video.duration > 0 ? video.duration : movieDuration;
    if (duration <= 0) {
      throw damaged();
    }
    return video.turned
        ? new Mp4Header(duration, video.height, video.width)
        : new Mp4Header(duration, video.width, video.height);
  }

  private static String type(ByteBuffer buffer) {
    char[] four = new char[4];
    for (int i = 0; i < four.length; i++) {
      four[i] = (char) (buffer.get() & 0xFF);
    }
    return new String(four);
  }

  private static void skip(ByteBuffer buffer, int count) {
    buffer.position(buffer.position() + count);
  }

  private static ProblemException notMp4() {
    return ProblemException.file(FileFault.FILE_NOT_MP4, "It is not an MP4 video.");
  }

  private static ProblemException damaged() {
    return ProblemException.file(FileFault.FILE_DAMAGED, "Its header is damaged or incomplete.");
  }

  private interface BoxVisitor {
    void visit(String type, ByteBuffer body);
  }

  private static final class Track {
    private boolean isVideo;
    private boolean turned;
    private int width;
    private int height;
    private long duration = -1;
  }
}
