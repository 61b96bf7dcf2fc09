package co.anb.showcase.worker.transcode;

import io.humble.ferry.Buffer;
import io.humble.video.Codec;
import io.humble.video.Coder;
import io.humble.video.Encoder;
import io.humble.video.KeyValueBag;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.Muxer;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Humble's own libx264: slow, but there wherever Humble is. */
final class HumbleEncoder implements VideoEncoder {

  private final Muxer muxer;
  private final Encoder encoder;
  private final MediaPicture picture;
  private final MediaPacket packet = MediaPacket.make();
  private final byte[] row = new byte[OutputForm.WIDTH];
  private long next;

  HumbleEncoder(Path target) throws IOException, InterruptedException {
    Rational timeBase = Rational.make(1, OutputForm.FRAME_RATE);
    muxer = Muxer.make(target.toString(), null, "mp4");
    encoder = Encoder.make(Codec.findEncodingCodecByName("libx264"));
    encoder.setWidth(OutputForm.WIDTH);
    encoder.setHeight(OutputForm.HEIGHT);
    encoder.setPixelFormat(PixelFormat.Type.PIX_FMT_YUV420P);
    encoder.setTimeBase(timeBase);
    encoder.setProperty("threads", 2);
    encoder.setProperty("preset", "veryfast");
    encoder.setProperty("crf", 23.0);
    encoder.setProperty("profile", "high");
    encoder.setFlag(Coder.Flag.FLAG_GLOBAL_HEADER, true);
    encoder.open(null, null);
    muxer.addNewStream(encoder);
    KeyValueBag options = KeyValueBag.make();
    options.setValue("movflags", "+faststart");
    muxer.open(options, null);
    picture =
        MediaPicture.make(OutputForm.WIDTH, OutputForm.HEIGHT, PixelFormat.Type.PIX_FMT_YUV420P);
    picture.setTimeBase(timeBase);
  }

  @Override
  public void encode(YuvPicture source) {
    copy(source.luma(), source.lumaStride(), 0, OutputForm.WIDTH, OutputForm.HEIGHT);
    copy(source.blue(), source.chromaStride(), 1, OutputForm.WIDTH / 2, OutputForm.HEIGHT / 2);
    copy(source.red(), source.chromaStride(), 2, OutputForm.WIDTH / 2, OutputForm.HEIGHT / 2);
    picture.setComplete(true);
    repeat();
  }

  @Override
  public void repeat() {
    picture.setTimeStamp(next);
    next++;
    encoder.encodeVideo(packet, picture);
    write();
  }

  @Override
  public void finish() {
    do {
      encoder.encodeVideo(packet, null);
      write();
    } while (packet.isComplete());
    muxer.close();
  }

  private void write() {
    if (packet.isComplete()) {
      muxer.write(packet, false);
    }
  }

  private void copy(ByteBuffer from, int stride, int plane, int width, int height) {
    Buffer to = picture.getData(plane);
    int toStride = picture.getLineSize(plane);
    for (int y = 0; y < height; y++) {
      from.get(y * stride, row, 0, width);
      to.put(row, 0, y * toStride, width);
    }
    to.delete();
  }

  @Override
  public void close() {
    packet.delete();
    picture.delete();
    encoder.delete();
    muxer.delete();
  }
}
