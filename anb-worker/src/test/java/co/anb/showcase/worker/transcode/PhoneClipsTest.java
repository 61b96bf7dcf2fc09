package co.anb.showcase.worker.transcode;

import static co.anb.showcase.worker.transcode.Pictures.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.OddClips;
import co.anb.showcase.clips.Probe;
import co.anb.showcase.domain.mp4.FailureCode;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips as phones, cameras and editors write them, and the frames of the result. */
class PhoneClipsTest {

  private static final int OPENING = OutputForm.BUMPER_FRAMES;
  private static final int BLACK = 0;
  private static final Map<String, String> QUICK = Map.of("preset", "ultrafast");
  private static final String BT709 = " colorspace=bt709 color_primaries=bt709 color_trc=bt709";

  /** A clip of 8 s, ten frames a second; the grey level of each frame encodes its number. */
  private static final String COUNTER =
      "color=size=320x180:rate=10:duration=8,format=yuv420p,geq=lum='40+2*N':cb=128:cr=128";

  @TempDir static Path shared;
  private static Transcoder transcoder;

  @TempDir Path folder;
  private Path video;
  private OutputFiles output;

  @BeforeAll
  static void prepare() throws Exception {
    transcoder =
        Transcoder.open(
            EncoderKind.X264, ArtworkFolder.write(shared.resolve("art"), EncoderKind.X264));
  }

  private Path clip() {
    return folder.resolve("clip.mp4");
  }

  private void transcode(Cut cut) throws Exception {
    video = folder.resolve("video.mp4");
    output = new OutputFiles(video, folder.resolve("poster.jpg"), folder.resolve("small.jpg"));
    transcoder.transcode(clip(), cut, output, percent -> {});
  }

  /** Frames of the result, counted from 0 after the opening bumper. */
  private List<BufferedImage> results(int... wanted) throws Exception {
    int[] behind = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      behind[i] = OPENING + wanted[i];
    }
    return Pictures.decode(video, behind).images();
  }

  private BufferedImage result(Cut cut) throws Exception {
    transcode(cut);
    return results(10).get(0);
  }

  private double clipSeconds() throws Exception {
    return Probe.read(video).durationSeconds() - 2.0 * OPENING / OutputForm.FRAME_RATE;
  }

  /** The number of a frame of {@link #COUNTER}. */
  private static int number(BufferedImage image) {
    double luma = (image.getRGB(400, 300) & 255) * 219 / 255.0 + 16;
    return (int) Math.round((luma - 40) / 2);
  }

  private List<Integer> numbers(int... wanted) throws Exception {
    return results(wanted).stream().map(PhoneClipsTest::number).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"preset=ultrafast", "preset=ultrafast g=7", "preset=medium bf=3 g=20"})
  void editsAreShownInTheirOrderAndNothingElse(String encoding) throws Exception {
    counter(encoding);
    OddClips.edit(clip(), new double[][] {{4, 2}, {1, 1}, {6.5, 1.5}});
    transcode(Cut.NONE);
    assertThat(clipSeconds()).isCloseTo(4.5, within(0.04));
    assertThat(numbers(0, 3, 30, 57, 60, 87, 90, 132))
        .containsExactly(40, 41, 50, 59, 10, 19, 65, 79);
  }

  private void counter(String encoding) throws Exception {
    OddClips.make(COUNTER, "libx264", options(encoding + BT709), clip());
  }

  private static Map<String, String> options(String words) {
    Map<String, String> options = new HashMap<>();
    for (String word : words.split(" ", -1)) {
      int sign = word.indexOf('=');
      options.put(word.substring(0, sign), word.substring(sign + 1));
    }
    return options;
  }

  @Test
  void emptyEditsShowNothing() throws Exception {
    counter("preset=ultrafast");
    OddClips.edit(clip(), new double[][] {{Double.NaN, 3}, {2, 2}});
    transcode(Cut.NONE);
    assertThat(clipSeconds()).isCloseTo(2, within(0.04));
    assertThat(numbers(0, 57)).containsExactly(20, 39);
  }

  @Test
  void anEditBeginsWithThePictureThatIsStillStanding() throws Exception {
    counter("preset=ultrafast g=5");
    OddClips.edit(clip(), new double[][] {{4.55, 1}});
    transcode(Cut.NONE);
    assertThat(numbers(0, 1, 2, 28)).containsExactly(45, 46, 46, 55);
  }

  @Test
  void startAndPosterAreChosenOnTheEditedTimeline() throws Exception {
    counter("preset=medium bf=2 g=12");
    OddClips.edit(clip(), new double[][] {{5, 2}, {1, 2}});
    transcode(new Cut(1500, 2500));
    assertThat(clipSeconds()).isCloseTo(2.5, within(0.04));
    assertThat(numbers(0, 14, 15, 72)).containsExactly(65, 69, 10, 29);
    assertThat(number(ImageIO.read(output.poster().toFile()))).isEqualTo(15);
  }

  @Test
  void thePosterIsFromWhatIsShown() throws Exception {
    counter("preset=ultrafast");
    transcode(new Cut(4000, -1));
    assertThat(clipSeconds()).isCloseTo(4, within(0.04));
    assertThat(number(ImageIO.read(output.poster().toFile()))).isEqualTo(50);
  }

  @Test
  void nothingIsLeftBehindTheEnd() throws Exception {
    counter("preset=ultrafast");
    assertThatThrownBy(() -> transcode(new Cut(8000, -1))).isInstanceOf(TranscodeException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // matrix, and which quarter of the source comes to lie upper left, upper right, lower left,
    // lower right
    " 1,  0,  0,  1, Y, G, R, K",
    " 0,  1, -1,  0, R, Y, K, G",
    "-1,  0,  0, -1, K, R, G, Y",
    " 0, -1,  1,  0, G, K, Y, R",
    "-1,  0,  0,  1, G, Y, K, R",
    " 1,  0,  0, -1, R, K, Y, G",
    " 0,  1,  1,  0, Y, R, G, K",
    " 0, -1, -1,  0, K, G, R, Y",
  })
  void allEightOrientationsStandUpright(
      int a, int b, int c, int d, char upperLeft, char upperRight, char lowerLeft, char lowerRight)
      throws Exception {
    quarters("setsar=1");
    OddClips.turnTrack(clip(), a, b, c, d);
    assertQuarters(result(Cut.NONE), a == 0, "" + upperLeft + upperRight + lowerLeft + lowerRight);
  }

  private void quarters(String more) throws Exception {
    OddClips.make(
        "color=size=640x360:rate=10:duration=1,format=gbrp,"
            + "geq=r='255*lt(X,W/2)':g='255*lt(Y,H/2)':b='0',"
            + "scale=out_color_matrix=bt601,format=yuv420p,"
            + more,
        "libx264",
        QUICK,
        clip());
  }

  private static void assertQuarters(BufferedImage image, boolean portrait, String letters) {
    int acrossHalf = portrait ? 100 : 320;
    int downHalf = portrait ? 200 : 180;
    for (int i = 0; i < 4; i++) {
      assertColor(
          image,
          640 + (i % 2 == 0 ? -acrossHalf : acrossHalf),
          360 + (i < 2 ? -downHalf : downHalf),
          switch (letters.charAt(i)) {
            case 'Y' -> 0xFFFF00;
            case 'G' -> 0x00FF00;
            case 'R' -> 0xFF0000;
            default -> BLACK;
          });
    }
    if (portrait) {
      assertColor(image, 420, 360, BLACK);
      assertColor(image, 860, 360, BLACK);
    }
  }

  @Test
  void aThumbnailInFrontIsNotTheClip() throws Exception {
    OddClips.withThumbnailFirst(
        ClipRecipe.standard().withSize(640, 360).withSeconds(2).withAudio(false), clip());
    transcode(Cut.NONE);
    assertThat(clipSeconds()).isCloseTo(2, within(0.04));
    assertThat(results(30).get(0).getRGB(300, 300) & 0xFFFFFF).isNotEqualTo(0xFF0000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"avc3", "dva1", "dvav"})
  void h264UnderOtherLetters(String letters) throws Exception {
    counter("preset=ultrafast");
    OddClips.rename(clip(), letters);
    transcode(Cut.NONE);
    assertThat(numbers(0, 120)).containsExactly(0, 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hev1", "hvc1", "dvh1", "dvhe"})
  void hevcUnderOtherLetters(String letters) throws Exception {
    OddClips.make(
        COUNTER,
        "libx265",
        options("preset=ultrafast crf=16 x265-params=log-level=none" + BT709),
        clip());
    OddClips.rename(clip(), letters);
    transcode(Cut.NONE);
    assertThat(numbers(0, 120)).containsExactly(0, 40);
  }

  @Test
  void theStreamAloneTellsTheShapeOfPixels() throws Exception {
    OddClips.make(
        "color=c=0x808080:size=480x360:rate=10:duration=1,setsar=4/3,format=yuv420p",
        "libx264",
        QUICK,
        clip());
    OddClips.silence(clip(), "pasp");
    BufferedImage image = result(Cut.NONE);
    assertColor(image, 10, 360, 0x808080);
    assertColor(image, 1269, 360, 0x808080);
    assertColor(image, 640, 10, 0x808080);
  }

  @Test
  void theShapeOfPixelsIsMindedBeforeTheyAreTurned() throws Exception {
    OddClips.make(
        "color=c=0x808080:size=480x360:rate=10:duration=1,setsar=4/3,format=yuv420p",
        "libx264",
        QUICK,
        clip());
    OddClips.turnTrack(clip(), 0, 1, -1, 0);
    BufferedImage image = result(Cut.NONE);
    assertColor(image, 425, 360, BLACK);
    assertColor(image, 450, 360, 0x808080);
    assertColor(image, 830, 360, 0x808080);
    assertColor(image, 855, 360, BLACK);
  }

  @Test
  void fieldsAreNotBlended() throws Exception {
    OddClips.make(
        "color=c=0x202020:size=640x360:rate=50:duration=2,format=yuv420p,"
            + "geq=lum='if(between(X,8*N+60,8*N+160),235,32)':cb=128:cr=128,"
            + "tinterlace=mode=interleave_top,fieldorder=tff,format=yuv420p",
        "libx264",
        Map.of("preset", "ultrafast", "flags", "+ildct+ilme", "x264-params", "tff=1"),
        clip());
    transcode(Cut.NONE);
    BufferedImage image = results(20).get(0);
    int between = 0;
    for (int x = 0; x < OutputForm.WIDTH; x++) {
      int level = image.getRGB(x, 300) & 255;
      between += level > 70 && level < 200 ? 1 : 0;
    }
    // Blended, each edge has sixteen pixels of both fields.
    assertThat(between).isLessThan(16);
  }

  @Test
  void redGreenAndBlueKeepTheirLevels() throws Exception {
    OddClips.make(
        "color=c=0x00FF00:size=640x360:rate=10:duration=1,format=rgb24",
        "libx264rgb",
        Map.of("preset", "ultrafast"),
        clip());
    assertLevels(result(Cut.NONE), 400, 300, 0, 255, 0, 5);
  }

  @ParameterizedTest
  @CsvSource({"libx264, yuvj420p", "libx265, yuv420p10le"})
  void theWholeRangeIsNarrowed(String encoder, String format) throws Exception {
    OddClips.make(
        "color=c=0x3C783C:size=640x360:rate=10:duration=1,"
            + "scale=out_range=full:out_color_matrix=bt601,format="
            + format,
        encoder,
        options(
            "preset=ultrafast colorspace=smpte170m"
                + (encoder.equals("libx264")
                    ? ""
                    : " color_range=pc x265-params=log-level=none:range=full")),
        clip());
    assertLevels(result(Cut.NONE), 400, 300, 60, 120, 60, 5);
  }

  @ParameterizedTest
  @CsvSource({
    // grey, yellow, green, cyan, red, blue
    "smpte2084,    188 188 188, 186 198 9, 26 219 4, 0 208 183, 172 0 0, 9 0 178",
    "arib-std-b67, 188 188 188, 186 200 0, 19 219 0, 0 209 186, 172 0 0, 3 3 178",
  })
  void highDynamicRangeGetsTheColoursOfUsualScreens(
      String transfer,
      String grey,
      String yellow,
      String green,
      String cyan,
      String red,
      String blue)
      throws Exception {
    wideBars(transfer);
    BufferedImage image = result(Cut.NONE);
    assertBar(image, 228, grey);
    assertBar(image, 365, yellow);
    assertBar(image, 502, cyan);
    assertBar(image, 640, green);
    assertBar(image, 914, red);
    assertBar(image, 1052, blue);
  }

  private void wideBars(String transfer) throws Exception {
    OddClips.make(
        "smptehdbars=size=1280x720:rate=5:duration=1,scale=out_color_matrix=bt709:out_range=tv,"
            + "format=yuv444p,setparams=range=tv:colorspace=bt709:color_primaries=bt709:"
            + "color_trc=bt709,zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt2020:t="
            + transfer
            + ":m=bt2020nc:r=tv:npl=203,format=yuv420p10le",
        "libx265",
        options(
            "preset=ultrafast crf=10 x265-params=log-level=none color_primaries=bt2020"
                + " colorspace=bt2020nc color_trc="
                + transfer),
        clip());
  }

  private static void assertBar(BufferedImage image, int x, String levels) {
    String[] level = levels.split(" ", -1);
    assertLevels(
        image,
        x,
        200,
        Integer.parseInt(level[0]),
        Integer.parseInt(level[1]),
        Integer.parseInt(level[2]),
        8);
  }

  private static void assertLevels(
      BufferedImage image, int x, int y, int red, int green, int blue, int tolerance) {
    int rgb = image.getRGB(x, y);
    int[] seen = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
    int[] right = {red, green, blue};
    for (int i = 0; i < 3; i++) {
      assertThat(seen[i])
          .as("colour at %d,%d: %06x", x, y, rgb & 0xFFFFFF)
          .isCloseTo(right[i], within(tolerance));
    }
  }

  @Test
  void twoRecordingsInOneTrackAreBothDecoded() throws Exception {
    join("ultrafast", "medium");
    transcode(Cut.NONE);
    assertThat(clipSeconds()).isCloseTo(16, within(0.1));
    assertThat(numbers(0, 120, 237, 240, 360, 477)).containsExactly(0, 40, 79, 0, 40, 79);
  }

  private void join(String firstPreset, String secondPreset) throws Exception {
    counter("bf=0 g=20 preset=" + firstPreset);
    Path second = folder.resolve("second.mp4");
    OddClips.make(COUNTER, "libx264", options("bf=0 g=20 preset=" + secondPreset + BT709), second);
    OddClips.join(clip(), second);
  }

  @Test
  void rubbishIsNoSuccess() throws Exception {
    join("ultrafast", "medium");
    OddClips.useFirstDescription(clip());
    assertThatThrownBy(() -> transcode(Cut.NONE))
        .isInstanceOfSatisfying(
            TranscodeException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.UNDECODABLE));
  }

  @Test
  void aMediaRecordersFragmentsAreDecoded() throws Exception {
    OddClips.fragment(ClipRecipe.standard().withSize(640, 360).withSeconds(2), clip());
    transcode(Cut.NONE);
    assertThat(clipSeconds()).isCloseTo(2, within(0.04));
    transcode(new Cut(1000, -1));
    assertThat(clipSeconds()).isCloseTo(1, within(0.04));
  }
}
