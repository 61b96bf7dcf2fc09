package co.anb.showcase.worker.transcode;

import io.humble.ferry.Buffer;
import io.humble.ferry.JNIReference;
import io.humble.video.MediaPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The planes of a yuv420p or yuv420p10le frame in Humble's own memory: luma, blue, red. Valid until
 * closed; not closing leaks the frame.
 */
final class Planes implements AutoCloseable {

  static final int COUNT = 3;

  private final Buffer[] buffers = new Buffer[COUNT];
  private final JNIReference[] references = new JNIReference[COUNT];
  private final ByteBuffer[] bytes = new ByteBuffer[COUNT];
  private final ShortBuffer[] shorts = new ShortBuffer[COUNT];
  private final int[] strides = new int[COUNT];

  Planes(MediaPicture picture) {
    for (int plane = 0; plane < COUNT; plane++) {
      var reference = new AtomicReference<JNIReference>();
      buffers[plane] = picture.getData(plane);
      bytes[plane] = buffers[plane].getByteBuffer(0, picture.getDataPlaneSize(plane), reference);
      shorts[plane] = bytes[plane].duplicate().order(ByteOrder.nativeOrder()).asShortBuffer();
      references[plane] = reference.get();
      strides[plane] = picture.getLineSize(plane);
    }
  }

  /** The plane's memory, from its first sample. */
  ByteBuffer bytes(int plane) {
    return bytes[plane];
  }

  /** The plane's memory as samples of 16 bits. */
  ShortBuffer shorts(int plane) {
    return shorts[plane];
  }

  /** Bytes from one line to the next. */
  int stride(int plane) {
    return strides[plane];
  }

  @Override
  public void close() {
    for (int plane = 0; plane < COUNT; plane++) {
      references[plane].delete();
      buffers[plane].delete();
    }
  }
}
