package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Walks from box to box, over a bounded number of them in all. */
final class BoxTree {

  private static final int MAX_BOXES = 100_000;

  private final FileChannel channel;
  private int boxes;

  BoxTree(FileChannel channel) {
    this.channel = channel;
  }

  interface Visitor {
    void visit(Box box) throws IOException;
  }

  BoxInput input() {
    return new BoxInput(channel);
  }

  long fileSize() throws IOException {
    return channel.size();
  }

  void children(Box parent, Visitor visitor) throws IOException {
    children(parent.body(), parent.end(), visitor);
  }

  void children(long from, long to, Visitor visitor) throws IOException {
    BoxInput input = input();
    long position = from;
    while (position + 8 <= to) {
      Box box = at(input, position, to);
      if (box.end() > to) {
        throw BoxInput.damaged();
      }
      visitor.visit(box);
      position = box.end();
    }
  }

  /** The box at a place. It may claim to end behind the end of its parent. */
  Box at(BoxInput input, long position, long to) throws IOException {
    if (++boxes > MAX_BOXES) {
      throw new FileRefusedException(
          FileFault.FILE_HEADER_TOO_LARGE, "It consists of more than 100000 boxes.");
    }
    input.range(position, to);
    long length = input.u32();
    String type = input.fourLetters();
    int head = 8;
    if (length == 1) {
      length = input.u63();
      head = 16;
    } else if (length == 0) {
      length = to - position;
    }
    if (length < head || length > Long.MAX_VALUE - position) {
      throw BoxInput.damaged();
    }
    return new Box(type, position, position + head, position + length);
  }
}
