package co.anb.showcase.worker.transcode;

import static co.anb.showcase.worker.transcode.Pictures.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.clips.MediaProperties;
import co.anb.showcase.clips.Probe;
import co.anb.showcase.clips.VideoCodec;
import co.anb.showcase.domain.mp4.FailureCode;
import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TranscoderTest {

  private static final int BALL = 0xF27A1A;
  private static final int BLACK = 0x000000;
  private static final ClipRecipe SMALL =
      ClipRecipe.standard().withSize(640, 360).withSeconds(2).withFastStart(true);

  @TempDir static Path shared;
  private static ArtworkFolder artwork;
  private static Transcoder transcoder;

  @TempDir Path folder;
  private Path video;
  private OutputFiles output;

  @BeforeAll
  static void prepare() throws Exception {
    artwork = ArtworkFolder.write(shared.resolve("it's art, [new]: yes;"), EncoderKind.X264);
    transcoder = Transcoder.open(EncoderKind.X264, artwork);
  }

  private Transcoder.Result transcode(Transcoder by, Path input) throws Exception {
    video = folder.resolve("video.mp4");
    output = outputOf(video);
    return by.transcode(input, Cut.NONE, output, percent -> {});
  }

  private OutputFiles outputOf(Path target) {
    return new OutputFiles(target, folder.resolve("poster.jpg"), folder.resolve("small.jpg"));
  }

  private Transcoder.Result transcode(ClipRecipe recipe) throws Exception {
    return transcode(transcoder, Clips.make(recipe, folder.resolve("clip.mp4")));
  }

  private void assertContestForm(int frames) throws Exception {
    MediaProperties properties = Probe.read(video);
    assertThat(properties.width()).isEqualTo(1280);
    assertThat(properties.height()).isEqualTo(720);
    assertThat(properties.codec()).isEqualTo("h264");
    assertThat(properties.profile()).isEqualTo("High");
    assertThat(properties.pixelFormat()).isEqualTo("yuv420p");
    assertThat(properties.frameRate()).isEqualTo(30);
    assertThat(properties.durationSeconds()).isEqualTo(frames / 30.0, within(0.001));
    assertThat(properties.rotation()).isZero();
    assertThat(properties.hasAudio()).isFalse();
    assertThat(properties.moovBeforeMdat()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void makesTheContestsForm(EncoderKind kind) throws Exception {
    ArtworkFolder own = ArtworkFolder.write(folder.resolve("art"), kind);
    Transcoder.Result result =
        transcode(Transcoder.open(kind, own), Clips.make(SMALL, folder.resolve("clip.mp4")));
    assertThat(result.durationMillis()).isEqualTo(6000);
    assertThat(result.stageSeconds()).containsOnlyKeys("decode", "filter", "encode", "mux");
    assertContestForm(180);
    assertBumpersAroundTheClip();
  }

  @Test
  void encodesBumpersThatDoNotFit() throws Exception {
    Files.createDirectories(folder.resolve("art"));
    Files.copy(artwork.watermark(), folder.resolve("art").resolve("watermark.png"));
    for (String still : List.of("opening.png", "closing.png")) {
      Files.copy(artwork.folder().resolve(still), folder.resolve("art").resolve(still));
    }
    Transcoder.Result result =
        transcode(
            Transcoder.open(EncoderKind.X264, ArtworkFolder.open(folder.resolve("art"))),
            Clips.make(SMALL, folder.resolve("clip.mp4")));
    assertThat(result.durationMillis()).isEqualTo(6000);
    assertContestForm(180);
    assertBumpersAroundTheClip();
  }

  private void assertBumpersAroundTheClip() throws Exception {
    Pictures.Decoded decoded = Pictures.decode(video, 0, 30, 59, 60, 119, 120, 150, 179);
    assertThat(decoded.count()).isEqualTo(180);
    List<BufferedImage> images = decoded.images();
    for (int faded : new int[] {0, 2, 5, 7}) {
      assertColor(images.get(faded), 680, 190, BLACK);
    }
    assertColor(images.get(1), 680, 190, BALL);
    assertColor(images.get(1), 100, 360, 0x1B1940);
    for (int clip : new int[] {3, 4}) {
      assertWatermark(images.get(clip));
    }
    assertColor(images.get(6), 430, 320, BALL);
    assertColor(images.get(6), 800, 500, BALL);
  }

  private static void assertWatermark(BufferedImage image) {
    assertColor(image, 1104, 650, BALL);
    assertColor(image, 1088, 670, BALL);
  }

  @Test
  void writesAPosterOfTheClip() throws Exception {
    transcode(SMALL);
    BufferedImage image = ImageIO.read(output.poster().toFile());
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(720);
    assertWatermark(image);
  }

  @Test
  void writesASmallPosterThatIsTheSamePicture() throws Exception {
    transcode(SMALL);
    BufferedImage big = ImageIO.read(output.poster().toFile());
    BufferedImage small = ImageIO.read(output.smallPoster().toFile());
    assertThat(small.getWidth()).isEqualTo(640);
    assertThat(small.getHeight()).isEqualTo(360);
    for (int x : new int[] {60, 200, 340, 480}) {
      assertColor(small, x, 200, big.getRGB(2 * x, 400) & 0xFFFFFF);
    }
    assertThat(Files.size(output.smallPoster())).isLessThan(Files.size(output.poster()) / 2);
    assertProgressive(output.smallPoster());
    assertProgressive(output.poster());
  }

  /** The marker of the frame tells. */
  private static void assertProgressive(Path jpeg) throws Exception {
    byte[] bytes = Files.readAllBytes(jpeg);
    int segment = 2;
    while ((bytes[segment + 1] & 0xF0) != 0xC0 || bytes[segment + 1] == (byte) 0xC4) {
      segment += 2 + ((bytes[segment + 2] & 255) << 8 | (bytes[segment + 3] & 255));
    }
    assertThat(bytes[segment + 1]).isEqualTo((byte) 0xC2);
  }

  @Test
  void writesAPosterOfAClipOfLessThanASecond() throws Exception {
    assertThat(transcode(SMALL.withSeconds(0.5)).durationMillis()).isEqualTo(4500);
    assertWatermark(ImageIO.read(output.poster().toFile()));
    assertThat(ImageIO.read(output.smallPoster().toFile()).getWidth()).isEqualTo(640);
  }

  @ParameterizedTest
  @CsvSource({
    // rotation, and where the left end of the source's bars comes to lie
    "0,   LEFT",
    "90,  TOP",
    "180, RIGHT",
    "270, BOTTOM"
  })
  void turnsUpright(int rotation, Side left) throws Exception {
    transcode(SMALL.withSeconds(1).withRotation(rotation));
    assertContestForm(150);
    BufferedImage image = Pictures.decode(video, 75).images().get(0);
    boolean portrait = rotation % 180 != 0;
    int nearX = portrait ? 640 : 100;
    int nearY = portrait ? 60 : 360;
    boolean far = left == Side.RIGHT || left == Side.BOTTOM;
    int x = far ? 1279 - nearX : nearX;
    int y = far ? 719 - nearY : nearY;
    BufferedImage upright = uprightPicture();
    assertColor(image, x, y, upright.getRGB(100, 360) & 0xFFFFFF);
    if (portrait) {
      assertColor(image, 420, 360, BLACK);
      assertColor(image, 860, 360, BLACK);
    }
  }

  private enum Side {
    LEFT,
    TOP,
    RIGHT,
    BOTTOM
  }

  private BufferedImage uprightPicture() throws Exception {
    Path clip = Clips.make(SMALL.withSeconds(1), folder.resolve("upright.mp4"));
    Path target = folder.resolve("upright-out.mp4");
    transcoder.transcode(clip, Cut.NONE, outputOf(target), percent -> {});
    return Pictures.decode(target, 75).images().get(0);
  }

  @Test
  void putsBarsBesideNarrowPictures() throws Exception {
    transcode(SMALL.withSize(640, 480).withSeconds(1));
    BufferedImage image = Pictures.decode(video, 75).images().get(0);
    assertColor(image, 150, 360, BLACK);
    assertColor(image, 1129, 360, BLACK);
    assertThat(image.getRGB(170, 360) & 0xFFFFFF).isNotEqualTo(BLACK);
  }

  @ParameterizedTest
  @EnumSource(VideoCodec.class)
  void takesWhatPhonesRecord(VideoCodec codec) throws Exception {
    transcode(SMALL.withCodec(codec));
    assertContestForm(180);
  }

  @ParameterizedTest
  @CsvSource({"60, 180", "30000/1001, 180", "24, 180", "10, 180"})
  void changesTheFrameRate(String rate, int frames) throws Exception {
    transcode(SMALL.withFrameRate(rate));
    assertContestForm(frames);
    assertThat(Pictures.decode(video).count()).isEqualTo(frames);
  }

  @Test
  void fillsWhereAVariableRateLeavesGaps() throws Exception {
    transcode(SMALL.withVariableRate(true));
    assertThat(Probe.read(video).frameRate()).isEqualTo(30);
    assertThat(Pictures.decode(video).count()).isBetween(170, 181);
  }

  @Test
  void endsAfterThirtySeconds() throws Exception {
    List<Integer> percents = new ArrayList<>();
    Path clip =
        Clips.make(
            SMALL.withSize(320, 180).withFrameRate("10").withSeconds(33),
            folder.resolve("clip.mp4"));
    video = folder.resolve("video.mp4");
    transcoder.transcode(clip, Cut.NONE, outputOf(video), percents::add);
    assertContestForm(1020);
    assertThat(percents).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(50).endsWith(99);
  }

  @Test
  void refusesWhatIsNoClip() throws Exception {
    Path garbage = Files.write(folder.resolve("garbage.mp4"), new byte[10_000]);
    assertRefused(garbage, FailureCode.UNDECODABLE);
  }

  @Test
  void refusesSoundWithoutPictures() throws Exception {
    assertRefused(Clips.audioOnly(folder.resolve("sound.mp4"), 2), FailureCode.NO_VIDEO);
  }

  @Test
  void refusesAClipThatIsCutOffEarly() throws Exception {
    assertRefused(cut(0.5), FailureCode.UNDECODABLE);
  }

  @Test
  void takesAClipThatLacksItsLastMoments() throws Exception {
    transcode(transcoder, cut(0.97));
    assertThat(Pictures.decode(video).count()).isBetween(174, 180);
  }

  /** As an interrupted copy may leave it: of full length, but its end was never written. */
  private Path cut(double part) throws Exception {
    Path clip = Clips.make(SMALL.withAudio(false), folder.resolve("cut.mp4"));
    try (var file = new RandomAccessFile(clip.toFile(), "rw")) {
      long length = file.length();
      file.setLength((long) (length * part));
      file.setLength(length);
    }
    return clip;
  }

  @Test
  void refusesAClipWhoseMediaIsCutOff() throws Exception {
    Path clip = Clips.make(SMALL.withAudio(false), folder.resolve("cut.mp4"));
    try (var file = new RandomAccessFile(clip.toFile(), "rw")) {
      file.setLength((long) (file.length() * 0.97));
    }
    assertRefused(clip, FailureCode.UNDECODABLE);
  }

  @Test
  void playsOnOverDamage() throws Exception {
    Path clip = Clips.make(SMALL.withAudio(false), folder.resolve("damaged.mp4"));
    try (var file = new RandomAccessFile(clip.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[300]);
    }
    transcode(transcoder, clip);
    assertContestForm(180);
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    transcode(SMALL.withSeconds(0.5));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .noneMatch(Stages.THREAD::equals));
  }

  private void assertRefused(Path input, FailureCode code) {
    assertThatThrownBy(() -> transcode(transcoder, input))
        .isInstanceOfSatisfying(
            TranscodeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
