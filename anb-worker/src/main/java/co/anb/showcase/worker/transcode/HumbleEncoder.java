package co.anb.showcase.worker.transcode;

import io.humble.ferry.Buffer;
import io.humble.ferry.JNIReference;
import io.humble.video.Codec;
import io.humble.video.Encoder;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/** Humble's own libx264: slow, but there wherever Humble is. */
final class HumbleEncoder implements VideoEncoder {

  private final PacketSink sink;
  private final Rational timeBase = Rational.make(1, OutputForm.FRAME_RATE);
  private final Encoder encoder;
  private final MediaPacket packet = MediaPacket.make();
  private long next;

  HumbleEncoder(PacketSink sink) {
    this.sink = sink;
    Codec codec = Codec.findEncodingCodecByName("libx264");
    encoder = Encoder.make(codec);
    codec.delete();
    encoder.setWidth(OutputForm.WIDTH);
    encoder.setHeight(OutputForm.HEIGHT);
    encoder.setPixelFormat(PixelFormat.Type.PIX_FMT_YUV420P);
    encoder.setTimeBase(timeBase);
    encoder.setProperty("threads", "auto");
    encoder.setProperty("preset", OutputForm.X264_PRESET);
    encoder.setProperty("crf", (double) OutputForm.X264_CRF);
    encoder.setProperty("profile", "high");
    encoder.setProperty("x264-params", OutputForm.X264_PARAMS);
    synchronized (HumbleLibrary.OPENING) {
      encoder.open(null, null);
    }
  }

  @Override
  public void encode(MediaPicture picture) throws IOException {
    picture.setTimeBase(timeBase);
    picture.setTimeStamp(next);
    next++;
    // Else the encoder would repeat the decisions of the clip's own encoder.
    picture.setType(MediaPicture.Type.PICTURE_TYPE_NONE);
    encoder.encodeVideo(packet, picture);
    hand();
  }

  @Override
  public void finish() throws IOException {
    do {
      encoder.encodeVideo(packet, null);
    } while (hand());
  }

  private boolean hand() throws IOException {
    if (!packet.isComplete()) {
      return false;
    }
    Buffer data = packet.getData();
    var reference = new AtomicReference<JNIReference>();
    try {
      // Humble wants the whole buffer asked for, with the padding behind the packet.
      ByteBuffer padded = data.getByteBuffer(0, data.getBufferSize(), reference);
      sink.accept(padded.limit(packet.getSize()), (int) packet.getPts(), packet.isKeyPacket());
    } finally {
      reference.get().delete();
      data.delete();
      packet.reset(0);
    }
    return true;
  }

  @Override
  public void close() {
    packet.delete();
    encoder.delete();
    timeBase.delete();
  }
}
