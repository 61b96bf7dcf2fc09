package co.anb.showcase.clips;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The boxes (ISO/IEC 14496-12) of a small file that this module has written, to be changed as other
 * programs would have written them. The movie box must be the last, so that changing it moves no
 * frame.
 */
final class BoxFile {

  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "edts");

  /** A box: a container has children, any other a body. */
  static final class Box {
    final String type;
    byte[] body;
    final List<Box> children = new ArrayList<>();

    Box(String type, byte[] body) {
      this.type = type;
      this.body = body;
    }

    /** The first box of a path such as {@code mdia/minf}. */
    Box get(String path) {
      Box box = this;
      for (String part : path.split("/", -1)) {
        box =
            box.children.stream()
                .filter(child -> child.type.equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No box " + path));
      }
      return box;
    }

    /** A number of four bytes. */
    int number(int at) {
      return ByteBuffer.wrap(body).getInt(at);
    }

    void set(int at, int value) {
      ByteBuffer.wrap(body).putInt(at, value);
    }

    private byte[] bytes() {
      var content = new ByteArrayOutputStream();
      if (CONTAINERS.contains(type)) {
        children.forEach(child -> content.writeBytes(child.bytes()));
      } else {
        content.writeBytes(body);
      }
      return ByteBuffer.allocate(content.size() + 8)
          .putInt(content.size() + 8)
          .put(type.getBytes(ISO_8859_1))
          .put(content.toByteArray())
          .array();
    }
  }

  private final Path path;
  private final Box root = new Box("", new byte[0]);

  BoxFile(Path path) throws IOException {
    this.path = path;
    parse(Files.readAllBytes(path), root);
    if (!root.children.get(root.children.size() - 1).type.equals("moov")) {
      throw new IllegalArgumentException("The movie box is not the last");
    }
  }

  private static void parse(byte[] bytes, Box parent) {
    var input = ByteBuffer.wrap(bytes);
    while (input.remaining() >= 8) {
      byte[] body = new byte[input.getInt() - 8];
      byte[] type = new byte[4];
      input.get(type);
      input.get(body);
      var box = new Box(new String(type, ISO_8859_1), body);
      parent.children.add(box);
      if (CONTAINERS.contains(box.type)) {
        parse(body, box);
      }
    }
  }

  Box movie() {
    return root.get("moov");
  }

  /** The first video track. */
  Box track() {
    return movie().children.stream()
        .filter(box -> box.type.equals("trak"))
        .filter(box -> new String(box.get("mdia/hdlr").body, 8, 4, ISO_8859_1).equals("vide"))
        .findFirst()
        .orElseThrow();
  }

  /** The boxes of the file. */
  List<Box> boxes() {
    return root.children;
  }

  /** Bytes before the movie box. */
  int mediaBytes() {
    return boxes().stream()
        .filter(box -> !box.type.equals("moov"))
        .mapToInt(box -> box.bytes().length)
        .sum();
  }

  void write() throws IOException {
    var content = new ByteArrayOutputStream();
    boxes().forEach(box -> content.writeBytes(box.bytes()));
    Files.write(path, content.toByteArray());
  }
}
