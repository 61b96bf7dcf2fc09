package co.anb.showcase.service.upload;

import static co.anb.showcase.service.upload.Boxes.box;
import static co.anb.showcase.service.upload.Boxes.ftyp;
import static co.anb.showcase.service.upload.Boxes.ints;
import static co.anb.showcase.service.upload.Boxes.join;
import static co.anb.showcase.service.upload.Boxes.mvhd;
import static co.anb.showcase.service.upload.Boxes.track;
import static co.anb.showcase.service.upload.Boxes.wideBox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.FileFault;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4HeaderReaderTest {

  private static final byte[] VIDEO = track("vide", 30_000, 900_900, 1920, 1080, false);
  private static final byte[] MOOV = box("moov", mvhd(1000, 30_030), VIDEO);
  private static final byte[] CLIP = join(ftyp("isom", "mp42"), MOOV, box("mdat", new byte[64]));

  @TempDir Path folder;

  @Test
  void readsDurationAndSizeOfTheVideoTrack() throws IOException {
    assertThat(read(CLIP)).isEqualTo(new Mp4Header(30_030, 1920, 1080));
  }

  @Test
  void findsTheMovieBoxAfterTheMedia() throws IOException {
    byte[] clip = join(ftyp("mp42"), box("free"), box("mdat", new byte[1 << 20]), MOOV);

    assertThat(read(clip).durationMillis()).isEqualTo(30_030);
  }

  @Test
  void readsSizesOf64Bits() throws IOException {
    byte[] clip = join(ftyp("isom"), wideBox("mdat", new byte[64]), wideBox("moov", VIDEO));

    assertThat(read(clip).width()).isEqualTo(1920);
  }

  @Test
  void turnsWidthAndHeightWithTheMatrix() throws IOException {
    byte[] turned = track("vide", 1000, 25_000, 1920, 1080, true);

    assertThat(read(clip(mvhd(1000, 25_000), turned))).isEqualTo(new Mp4Header(25_000, 1080, 1920));
  }

  @Test
  void takesTheMoviesDurationWhenTheTrackHasNone() throws IOException {
    byte[] track = track("vide", 1000, 0, 1920, 1080, false);

    assertThat(read(clip(mvhd(600, 15_000), track)).durationMillis()).isEqualTo(25_000);
  }

  @Test
  void looksPastTheSound() throws IOException {
    byte[] sound = track("soun", 48_000, 1, 0, 0, false);

    assertThat(read(clip(mvhd(1, 30), sound, VIDEO)).height()).isEqualTo(1080);
  }

  @Test
  void refusesWhatHasNoVideoTrack() {
    byte[] sound = track("soun", 48_000, 960_000, 0, 0, false);

    assertFault(FileFault.FILE_NO_VIDEO, clip(mvhd(1000, 20_000), sound));
    assertFault(FileFault.FILE_NO_VIDEO, clip());
  }

  @Test
  void refusesOtherFormats() {
    assertFault(
        FileFault.FILE_NOT_MP4, "just a text, longer than a box".getBytes(StandardCharsets.UTF_8));
    assertFault(FileFault.FILE_NOT_MP4, join(ftyp("qt  ", "qt  "), MOOV));
    assertFault(FileFault.FILE_NOT_MP4, join(ftyp("heic", "mif1"), MOOV));
    assertFault(FileFault.FILE_NOT_MP4, MOOV);
    assertFault(FileFault.FILE_NOT_MP4, new byte[4096]);
  }

  @Test
  void refusesAnEmptyFile() {
    assertRefused(new byte[0]);
    assertRefused(new byte[7]);
  }

  @Test
  void refusesAFileCutAnywhere() {
    for (int length = 0; length < CLIP.length; length++) {
      // Media that is cut off has a box that is longer than the file.
      assertRefused(Arrays.copyOf(CLIP, length));
    }
  }

  @Test
  void doesNotBelieveSizes() {
    byte[] type = "moov".getBytes(StandardCharsets.US_ASCII);
    assertFault(FileFault.FILE_DAMAGED, join(ftyp("isom"), ints(Integer.MAX_VALUE), type));
    assertFault(FileFault.FILE_DAMAGED, join(ftyp("isom"), ints(-1), type));
    assertFault(FileFault.FILE_DAMAGED, join(ftyp("isom"), ints(3), type));
    assertFault(FileFault.FILE_DAMAGED, join(ftyp("isom"), ints(1), type, ints(-1, -1)));
    assertFault(FileFault.FILE_DAMAGED, join(ftyp("isom"), ints(1), type, ints(0, 4)));
    // A child that is longer than its parent, and one of negative length.
    assertFault(
        FileFault.FILE_DAMAGED,
        join(ftyp("isom"), box("moov", ints(5000), "trak".getBytes(StandardCharsets.US_ASCII))));
    assertFault(
        FileFault.FILE_DAMAGED,
        join(
            ftyp("isom"),
            box("moov", ints(1), "trak".getBytes(StandardCharsets.US_ASCII), ints(-1, -1))));
  }

  @Test
  void refusesMoreBoxesThanAnyClipHas() {
    byte[][] many = new byte[10_001][];
    Arrays.fill(many, box("free"));

    assertFault(FileFault.FILE_DAMAGED, clip(join(many), VIDEO));
  }

  @Test
  void refusesAMovieBoxOverItsLimit() {
    assertFault(
        FileFault.FILE_DAMAGED,
        join(ftyp("isom"), box("moov", box("free", new byte[16 * 1024 * 1024]), VIDEO)));
  }

  @Test
  void randomDamageGivesARefusalOrAHeaderAndNothingElse() throws IOException {
    Random random = new Random(20260101);
    for (int round = 0; round < 3000; round++) {
      byte[] clip = CLIP.clone();
      for (int i = 0; i < 1 + round % 20; i++) {
        clip[random.nextInt(clip.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(clip).durationMillis()).isPositive();
      } catch (ProblemException e) {
        assertThat(e.code()).isEqualTo(ProblemCode.INVALID_FILE);
      }
    }
  }

  @Test
  void doesNotMindRubbishAtTheEnd() throws IOException {
    assertThat(read(join(CLIP, ints(-1, -1, -1))).width()).isEqualTo(1920);
  }

  private static byte[] clip(byte[]... movie) {
    return join(ftyp("M4V "), box("moov", movie), box("mdat", new byte[64]));
  }

  private Mp4Header read(byte[] content) throws IOException {
    return Mp4HeaderReader.read(Files.write(folder.resolve("clip"), content));
  }

  private void assertRefused(byte[] content) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(content));
  }

  private void assertFault(FileFault fault, byte[] content) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(content))
        .satisfies(
            refusal -> {
              assertThat(refusal.detail()).startsWith("Invalid file. ");
              assertThat(refusal.errors())
                  .containsExactly(new FieldError("video_file", fault.code()));
            });
  }
}
