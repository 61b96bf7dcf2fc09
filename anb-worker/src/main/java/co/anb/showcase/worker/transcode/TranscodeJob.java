package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.FailureCode;
import io.humble.video.MediaPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One clip's way through decoder, filter and encoder, each in a thread of its own. Queues of few
 * frames lie between them, so that a slow stage holds up the ones before.
 */
final class TranscodeJob {

  private static final Logger LOG = LoggerFactory.getLogger(TranscodeJob.class);

  /** Enough to even out that some frames take longer than others. */
  private static final int QUEUED_FRAMES = 4;

  /** Less of what the file promises counts as cut off. */
  private static final double MIN_COMPLETE = 0.9;

  private final EncoderKind kind;
  private final ArtworkFolder artwork;
  private final Optional<Bumpers> bumpers;
  private final OutputFiles output;
  private final int posterSlot;
  private final IntConsumer progress;

  private final Stopwatch decoding = new Stopwatch();
  private final Stopwatch filtering = new Stopwatch();
  private final Stopwatch encoding = new Stopwatch();
  private final Stopwatch muxing = new Stopwatch();

  private int encoded;
  private int percent;
  private boolean posterWritten;

  /**
   * Prepares for one clip.
   *
   * @param bumpers to stitch in; if empty, they are encoded with the clip
   * @param output where to write the results
   * @param posterSlot the output's frame of which the poster is made, from 0 within the clip
   * @param progress takes percents, each at most once
   */
  TranscodeJob(
      EncoderKind kind,
      ArtworkFolder artwork,
      Optional<Bumpers> bumpers,
      OutputFiles output,
      int posterSlot,
      IntConsumer progress) {
    this.kind = kind;
    this.artwork = artwork;
    this.bumpers = bumpers;
    this.output = output;
    this.posterSlot = posterSlot;
    this.progress = progress;
  }

  /**
   * Does it. What Humble Video is not to be trusted with, the FFmpeg presets decode: they are asked
   * at once, or from the beginning as soon as a doubt comes up.
   *
   * @param mapping for the colours; null if they stay
   * @throws TranscodeException if the clip is at fault
   * @throws IOException if a file cannot be written
   */
  Transcoder.Result run(ClipSource source, HighDynamicRange mapping)
      throws TranscodeException, IOException, InterruptedException {
    int frames;
    try {
      frames = run(source, mapping, source.isOrdinary());
    } catch (DoubtfulClipException e) {
      LOG.info("Decoded anew by the presets, as Humble Video says: {}", e.getMessage());
      encoded = 0;
      posterWritten = false;
      try {
        frames = run(source, mapping, false);
      } catch (DoubtfulClipException unexpected) {
        throw new IllegalStateException(unexpected);
      }
    }
    return new Transcoder.Result(
        (int) Math.round(frames * 1000.0 / OutputForm.FRAME_RATE), stageSeconds());
  }

  private int run(ClipSource source, HighDynamicRange mapping, boolean byHumble)
      throws TranscodeException, DoubtfulClipException, IOException, InterruptedException {
    // The queues are closed before the clip: the decoder may still refer to their frames.
    try (EditedClip clip = source.open(byHumble);
        Mp4Writer file = new Mp4Writer(output.video());
        var decoded = new FrameQueue(source.queued(QUEUED_FRAMES), () -> null);
        var filtered = new FrameQueue(QUEUED_FRAMES, HumbleFilter::blank);
        var filter =
            new PictureFilter(
                source.facts(), source.timeline().orientation(), mapping, artwork.watermark())) {
      int expected =
          (int)
              Math.min(
                  OutputForm.CLIP_FRAMES,
                  Math.ceil(clip.durationSeconds() * OutputForm.FRAME_RATE));
      Stages.run(
          List.of(
              () -> decode(clip, expected, decoded),
              () -> filter(filter, decoded, filtered),
              () -> encode(filtered, file, expected)));
      return file.frames();
    }
  }

  private Map<String, Double> stageSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("decode", decoding.seconds());
    seconds.put("filter", filtering.seconds());
    seconds.put("encode", encoding.seconds() - muxing.seconds());
    seconds.put("mux", muxing.seconds());
    return seconds;
  }

  private void decode(EditedClip clip, int expected, FrameQueue decoded)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    var clock = new FrameClock(OutputForm.FRAME_RATE, OutputForm.CLIP_FRAMES);
    Frame frame = decoded.blank();
    while (read(clip, frame)) {
      if (clock.isPastEnd(frame.seconds)) {
        clock.fillUntil(frame.seconds);
        break;
      }
      if (clock.offer(frame.seconds) != FrameClock.DROP) {
        frame.slot = clock.frames() - 1;
        decoded.put(frame);
        frame = decoded.blank();
      }
    }
    clock.fillUntil(clip.endSeconds());
    clip.checkDamage();
    if (clock.frames() == 0 || clock.frames() < MIN_COMPLETE * expected) {
      throw new TranscodeException(
          FailureCode.UNDECODABLE,
          "Only %d of %d frames could be decoded".formatted(clock.frames(), expected));
    }
    decoded.end(clock.frames());
  }

  private boolean read(EditedClip clip, Frame frame)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    decoding.start();
    try {
      return clip.read(frame);
    } finally {
      decoding.stop();
    }
  }

  private void filter(PictureFilter filter, FrameQueue decoded, FrameQueue filtered)
      throws IOException, InterruptedException {
    Frame from = decoded.take();
    while (!decoded.isEnd(from)) {
      Frame to = filtered.blank();
      filtering.start();
      filter.apply(from, to.picture);
      filtering.stop();
      to.slot = from.slot;
      filtered.put(to);
      decoded.recycle(from);
      from = decoded.take();
    }
    filtered.end(from.slot);
  }

  private void encode(FrameQueue filtered, Mp4Writer file, int expected)
      throws IOException, InterruptedException {
    if (bumpers.isPresent()) {
      file.append(bumpers.get().opening());
      file.beginEncoding();
    }
    try (VideoEncoder encoder = kind.open((data, frame, key) -> mux(file, data, frame, key))) {
      if (bumpers.isEmpty()) {
        Bumper.show(artwork.opening(), encoder);
      }
      encodeClip(filtered, encoder, expected);
      if (bumpers.isEmpty()) {
        Bumper.show(artwork.closing(), encoder);
      }
      encoding.start();
      encoder.finish();
      encoding.stop();
    }
    if (bumpers.isPresent()) {
      file.append(bumpers.get().closing());
    }
    file.finish();
  }

  private void encodeClip(FrameQueue filtered, VideoEncoder encoder, int expected)
      throws IOException, InterruptedException {
    Frame last = null;
    Frame frame = filtered.take();
    while (true) {
      // The frame before stays until this one's time.
      while (last != null && encoded < frame.slot) {
        encode(last.picture, encoder, expected);
      }
      if (filtered.isEnd(frame)) {
        break;
      }
      if (last != null) {
        filtered.recycle(last);
      }
      encode(frame.picture, encoder, expected);
      last = frame;
      frame = filtered.take();
    }
    if (last != null && !posterWritten) {
      Poster.write(last.picture, output);
    }
  }

  private void encode(MediaPicture picture, VideoEncoder encoder, int expected) throws IOException {
    encoding.start();
    encoder.encode(picture);
    encoding.stop();
    if (encoded == posterSlot) {
      Poster.write(picture, output);
      posterWritten = true;
    }
    encoded++;
    int now = Math.min(99, encoded * 100 / Math.max(encoded, expected));
    if (now > percent) {
      percent = now;
      progress.accept(now);
    }
  }

  private void mux(Mp4Writer file, ByteBuffer data, int frame, boolean key) throws IOException {
    muxing.start();
    file.accept(data, frame, key);
    muxing.stop();
  }
}
