package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.clips.OddClips;
import co.anb.showcase.domain.mp4.ClipReader;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.FailureCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A file cannot choose which of FFmpeg's many decoders it meets. */
class DecoderListTest {

  private static final String FILTERS = "testsrc2=size=320x180:rate=10:duration=1,format=yuv420p";

  @TempDir Path folder;
  private Path clip;

  /** A header that does not match the file. */
  private ClipTimeline lie;

  @BeforeEach
  void makeAnHonestOne() throws Exception {
    clip =
        Clips.make(
            ClipRecipe.standard().withSize(320, 180).withSeconds(1).withAudio(false),
            folder.resolve("clip.mp4"));
    lie = ClipReader.read(clip);
  }

  @Test
  void aForeignCodecIsRefusedByItsHeader() throws Exception {
    for (Path foreign : new Path[] {quickTimeAnimation(), oldMpeg()}) {
      assertThatThrownBy(() -> ClipSource.of(foreign, Cut.NONE))
          .isInstanceOfSatisfying(
              TranscodeException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.UNDECODABLE))
          .hasMessageContaining("file_codec");
    }
  }

  @Test
  void evenBehindTheHeadersBackNoOtherDecoderOpens() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger("org.ffmpeg");
    logger.addAppender(log);
    try {
      for (Path foreign : new Path[] {quickTimeAnimation(), oldMpeg()}) {
        assertThatThrownBy(() -> HumbleSource.open(foreign, lie).close())
            .isInstanceOf(DoubtfulClipException.class);
        assertThatThrownBy(() -> FfmpegSource.open(foreign, lie).close())
            .isInstanceOf(TranscodeException.class);
      }
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("Codec (qtrle) not on whitelist"))
        .anyMatch(line -> line.contains("Codec (mpeg4) not on whitelist"));
  }

  @Test
  void anotherContainerIsNotRecognised() throws Exception {
    Path raw = Files.writeString(folder.resolve("raw.mp4"), "YUV4MPEG2 W16 H16 F10:1\n");
    assertThatThrownBy(() -> HumbleSource.open(raw, lie).close())
        .isInstanceOf(DoubtfulClipException.class);
    assertThatThrownBy(() -> FfmpegSource.open(raw, lie).close())
        .isInstanceOf(TranscodeException.class);
  }

  private Path quickTimeAnimation() throws Exception {
    Path file = OddClips.make(FILTERS, "libx264", Map.of(), folder.resolve("animation.mp4"));
    OddClips.rename(file, "rle ");
    return file;
  }

  private Path oldMpeg() throws Exception {
    return OddClips.make(FILTERS, "mpeg4", Map.of(), folder.resolve("old.mp4"));
  }
}
