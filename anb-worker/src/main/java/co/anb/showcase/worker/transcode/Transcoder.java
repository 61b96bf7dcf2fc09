package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the contest's form of one clip: opening bumper, at most 30 s of the clip under the
 * watermark, closing bumper; and a poster from the clip.
 */
final class Transcoder {

  /** The watermark's file in the working directory. */
  static final String WATERMARK = "watermark.png";

  private static final Logger LOG = LoggerFactory.getLogger(Transcoder.class);

  /** A second into the clip: cameras often begin with a blur or in the dark. */
  private static final int POSTER_FRAME = OutputForm.FRAME_RATE;

  private static final int FADE_FRAMES = 10;

  /** Less of what the file promises counts as cut off. */
  private static final double MIN_COMPLETE = 0.9;

  private final IntConsumer progress;
  private VideoEncoder encoder;
  private FrameClock clock;
  private HumbleFilter filter;
  private BufferedImage poster;
  private int encoded;
  private int expected;
  private int percent;

  /**
   * Prepares for one clip.
   *
   * @param progress takes percents, each at most once
   */
  Transcoder(IntConsumer progress) {
    this.progress = progress;
  }

  /**
   * Does it.
   *
   * @return duration of the output in milliseconds
   * @throws TranscodeException if the clip is at fault
   * @throws IOException if a file cannot be written
   */
  int transcode(Path input, Path video, Path still)
      throws TranscodeException, IOException, InterruptedException {
    clock = new FrameClock(OutputForm.FRAME_RATE, OutputForm.CLIP_FRAMES);
    try (HumbleClip clip = HumbleClip.open(input);
        VideoEncoder target = openEncoder(video)) {
      encoder = target;
      int clipFrames =
          (int)
              Math.min(
                  OutputForm.CLIP_FRAMES,
                  Math.ceil(clip.durationSeconds() * OutputForm.FRAME_RATE));
      expected = clipFrames + 2 * OutputForm.BUMPER_FRAMES;
      bumper(Artwork.openingBumper());
      clip.decode((picture, seconds) -> add(clip, picture, seconds));
      if (clock.frames() > 0) {
        repeat(clock.fillUntil(clip.endSeconds()));
      }
      if (clock.frames() == 0 || clock.frames() < MIN_COMPLETE * clipFrames) {
        throw new TranscodeException(
            FailureCode.UNDECODABLE,
            "Only %d of %d pictures could be decoded".formatted(clock.frames(), clipFrames));
      }
      bumper(Artwork.closingBumper());
      encoder.finish();
    } finally {
      if (filter != null) {
        filter.close();
      }
    }
    if (!ImageIO.write(poster, "jpg", still.toFile())) {
      throw new IOException("No JPEG writer");
    }
    return (int) Math.round(encoded * 1000.0 / OutputForm.FRAME_RATE);
  }

  private static VideoEncoder openEncoder(Path video) throws IOException, InterruptedException {
    try {
      return new X264Encoder(video);
    } catch (LinkageError e) {
      LOG.warn("The FFmpeg presets do not load here, falling back to Humble's slow encoder", e);
      return new HumbleEncoder(video);
    }
  }

  private boolean add(HumbleClip clip, MediaPicture picture, double seconds) throws IOException {
    if (clock.isPastEnd(seconds)) {
      repeat(clock.fillUntil(seconds));
      return false;
    }
    int gap = clock.offer(seconds);
    if (gap == FrameClock.DROP) {
      return true;
    }
    repeat(gap);
    if (filter == null || !filter.fits(picture)) {
      if (filter != null) {
        filter.close();
      }
      filter =
          new HumbleFilter(
              picture,
              Geometry.fit(
                  picture.getWidth(), picture.getHeight(), clip.pixelAspect(), clip.rotation()),
              WATERMARK);
    }
    filter.apply(picture, this::encodeClipPicture);
    return true;
  }

  private void encodeClipPicture(YuvPicture picture) throws IOException {
    encoder.encode(picture);
    int frame = encoded - OutputForm.BUMPER_FRAMES;
    if (poster == null || frame == POSTER_FRAME) {
      poster = Colors.toRgb(picture);
    }
    count();
  }

  private void repeat(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      encoder.repeat();
      count();
    }
  }

  private void bumper(BufferedImage image) throws IOException {
    YuvPicture still = Colors.toYuv(image);
    for (int i = 0; i < OutputForm.BUMPER_FRAMES; i++) {
      int fromEdge = Math.min(i, OutputForm.BUMPER_FRAMES - 1 - i);
      if (fromEdge < FADE_FRAMES) {
        encoder.encode(Colors.fade(still, (fromEdge + 1.0) / (FADE_FRAMES + 1)));
      } else if (fromEdge == FADE_FRAMES && i < OutputForm.BUMPER_FRAMES / 2) {
        encoder.encode(still);
      } else {
        encoder.repeat();
      }
      count();
    }
  }

  private void count() {
    encoded++;
    int now = Math.min(99, encoded * 100 / expected);
    if (now > percent) {
      percent = now;
      progress.accept(now);
    }
  }
}
