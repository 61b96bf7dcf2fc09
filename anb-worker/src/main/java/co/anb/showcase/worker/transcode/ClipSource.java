package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.ClipReader;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.domain.mp4.FileRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file whose header has been read in Java, before anything native opens it, and whose first frame
 * has been looked at.
 *
 * @param file the file
 * @param timeline what its header says
 * @param facts what its frames are like
 * @param parts what of it is shown
 */
record ClipSource(Path file, ClipTimeline timeline, StreamFacts facts, List<Part> parts) {

  private static final Logger LOG = LoggerFactory.getLogger(ClipSource.class);

  /** Of decoded frames that wait; Humble's lie in the Java heap. */
  private static final long QUEUED_BYTES = 32L << 20;

  /**
   * Looks at a file.
   *
   * @throws TranscodeException if it is no clip of the listed codecs
   * @throws IOException if it cannot be read
   */
  static ClipSource of(Path file, Cut cut) throws TranscodeException, IOException {
    ClipTimeline timeline;
    try {
      timeline = ClipReader.read(file);
    } catch (FileRefusedException e) {
      FailureCode code =
          e.fault() == FileFault.FILE_NO_VIDEO ? FailureCode.NO_VIDEO : FailureCode.UNDECODABLE;
      throw new TranscodeException(code, e.fault().code() + ": " + e.getMessage(), e);
    }
    StreamFacts facts = StreamFacts.of(timeline, FfmpegSource.look(file, timeline));
    LOG.debug("{} {}", timeline, facts);
    return new ClipSource(file, timeline, facts, Part.of(timeline, cut.startMillis()));
  }

  /** Whether Humble Video is to be asked. */
  boolean isOrdinary() {
    return facts.isOrdinary(timeline);
  }

  /**
   * Begins to decode.
   *
   * @param byHumble by Humble Video, or else by the FFmpeg presets
   * @throws TranscodeException if it is no clip that can be decoded
   * @throws DoubtfulClipException if Humble cannot
   */
  EditedClip open(boolean byHumble)
      throws TranscodeException, DoubtfulClipException, InterruptedException {
    PictureSource source =
        byHumble ? HumbleSource.open(file, timeline) : FfmpegSource.open(file, timeline);
    return new EditedClip(source, parts, timeline.samples());
  }

  /** How many decoded frames may wait at a time: large ones are scaled at once. */
  int queued(int most) {
    return (int) Math.max(1, Math.min(most, QUEUED_BYTES / facts.pictureBytes()));
  }
}
