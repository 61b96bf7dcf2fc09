package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Hands frames from one stage to the next and back again. Each side waits when the other is slow;
 * an interrupt ends the waiting.
 */
final class FrameQueue implements AutoCloseable {

  private final List<Frame> all = new ArrayList<>();
  private final BlockingQueue<Frame> blank;
  private final BlockingQueue<Frame> ready;

  /** Stands behind the last frame; its slot is the number of frames. */
  private final Frame end = new Frame();

  FrameQueue(int frames, Supplier<MediaPicture> pictures) {
    blank = new ArrayBlockingQueue<>(frames);
    ready = new ArrayBlockingQueue<>(frames + 1);
    for (int i = 0; i < frames; i++) {
      var frame = new Frame();
      frame.picture = pictures.get();
      all.add(frame);
      blank.add(frame);
    }
  }

  /** A frame to fill. */
  Frame blank() throws InterruptedException {
    return blank.take();
  }

  /** Gives a filled frame to the next stage. */
  void put(Frame frame) throws InterruptedException {
    ready.put(frame);
  }

  /** Tells the next stage that no more come, and how many frames the clip has. */
  void end(int slots) throws InterruptedException {
    end.slot = slots;
    ready.put(end);
  }

  /** The next frame, or one for which {@link #isEnd} holds. */
  Frame take() throws InterruptedException {
    return ready.take();
  }

  boolean isEnd(Frame frame) {
    return frame == end;
  }

  /** Gives a frame back that is not needed any more. */
  void recycle(Frame frame) throws InterruptedException {
    blank.put(frame);
  }

  /** Frees the frames, wherever they are. No stage may use them any more. */
  @Override
  public void close() {
    all.forEach(Frame::delete);
  }
}
