package co.anb.showcase.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipsTest {

  private static final ClipRecipe SMALL = ClipRecipe.standard().withSize(320, 180).withSeconds(2);

  @TempDir Path folder;

  @Test
  void aClipIsAsTheRecipeSays() throws IOException {
    MediaProperties clip = made(SMALL);

    assertThat(clip.width()).isEqualTo(320);
    assertThat(clip.height()).isEqualTo(180);
    assertThat(clip.codec()).isEqualTo("h264");
    assertThat(clip.pixelFormat()).isEqualTo("yuv420p");
    assertThat(clip.frameRate()).isEqualTo(30, within(0.01));
    assertThat(clip.durationSeconds()).isEqualTo(2, within(0.1));
    assertThat(clip.rotation()).isZero();
    assertThat(clip.hasAudio()).isTrue();
    assertThat(clip.moovBeforeMdat()).isFalse();
  }

  @Test
  void rotationStandsInTheMetadata() throws IOException {
    for (int rotation : new int[] {90, 180, 270}) {
      MediaProperties clip = made(SMALL.withRotation(rotation));
      assertThat(clip.rotation()).isEqualTo(rotation);
      assertThat(clip.width()).isEqualTo(320);
    }
  }

  @Test
  void hevcIsMadeWithEightAndTenBits() throws IOException {
    MediaProperties eight = made(SMALL.withCodec(VideoCodec.HEVC).withAudio(false));
    assertThat(eight.codec()).isEqualTo("hevc");
    assertThat(eight.pixelFormat()).isEqualTo("yuv420p");
    assertThat(eight.hasAudio()).isFalse();
    assertThat(made(SMALL.withCodec(VideoCodec.HEVC_10BIT)).pixelFormat()).isEqualTo("yuv420p10le");
  }

  @Test
  void aVariableRateLeavesPicturesOut() throws IOException {
    MediaProperties clip = made(SMALL.withVariableRate(true));
    assertThat(clip.frameRate()).isBetween(15.0, 25.0);
    assertThat(clip.durationSeconds()).isEqualTo(2, within(0.2));
  }

  @Test
  void paddingReachesTheExactSizeAndStaysPlayable() throws IOException {
    MediaProperties clip = made(SMALL.withTargetBytes(60_000_000).withFastStart(true));
    assertThat(clip.bytes()).isEqualTo(60_000_000);
    assertThat(clip.moovBeforeMdat()).isTrue();
    assertThat(clip.durationSeconds()).isEqualTo(2, within(0.1));
  }

  @Test
  void aToneAloneHasNoPicture() throws IOException {
    MediaProperties clip = Probe.read(Clips.audioOnly(folder.resolve("tone.mp4"), 2));
    assertThat(clip.hasAudio()).isTrue();
    assertThat(clip.codec()).isEmpty();
    assertThat(clip.width()).isZero();
  }

  @Test
  void whatIsNoClipIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "not a clip");
    assertThatThrownBy(() -> Probe.read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ffprobe");
  }

  @Test
  void fractionsAreRead() {
    assertThat(Probe.fraction("30000/1001")).isEqualTo(29.97, within(0.001));
    assertThat(Probe.fraction("25")).isEqualTo(25);
    assertThat(Probe.fraction("0/0")).isZero();
  }

  @Test
  void grainCostsBits() throws IOException {
    long clean = made(SMALL).bytes();
    assertThat(made(SMALL.withGrain(12)).bytes()).isGreaterThan(3 * clean);
  }

  @Test
  void theVideoTakesTheBitsItIsGiven() throws IOException {
    ClipRecipe grainy = SMALL.withSeconds(4).withAudio(false).withGrain(12);
    assertThat(made(grainy.withVideoBitrate(1_000_000)).bytes()).isBetween(400_000L, 750_000L);
    assertThat(made(grainy.withVideoBitrate(2_000_000)).bytes()).isBetween(800_000L, 1_500_000L);
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThatThrownBy(() -> SMALL.withGrain(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SMALL.withVideoBitrate(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Clips.audioOnly(folder.resolve("tone.mp4"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailureHasTheWordsOfFfmpeg() {
    assertThatThrownBy(() -> Clips.make(SMALL, folder.resolve("missing/clip.mp4")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("No such file or directory");
  }

  @Test
  void anInterruptEndsTheMaking() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Clips.make(SMALL, folder.resolve("clip.mp4")))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private MediaProperties made(ClipRecipe recipe) throws IOException {
    return Probe.read(Clips.make(recipe, folder.resolve("clip.mp4")));
  }
}
