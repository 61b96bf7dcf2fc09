package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameClockTest {

  private final FrameClock clock = new FrameClock(30, 90);

  @Test
  void takesEveryPictureOfItsOwnRate() {
    for (int i = 0; i < 90; i++) {
      assertThat(clock.offer(i / 30.0)).isZero();
    }
    assertThat(clock.frames()).isEqualTo(90);
  }

  @Test
  void countsFromTheFirstPicture() {
    assertThat(clock.offer(7.5)).isZero();
    assertThat(clock.offer(7.5 + 1 / 30.0)).isZero();
    assertThat(clock.frames()).isEqualTo(2);
  }

  @Test
  void dropsEverySecondPictureOfTheDoubleRate() {
    for (int i = 0; i < 120; i++) {
      assertThat(clock.offer(7 + i / 60.0)).isEqualTo(i % 2 == 0 ? 0 : FrameClock.DROP);
    }
    assertThat(clock.frames()).isEqualTo(60);
  }

  @Test
  void fillsGaps() {
    clock.offer(0);
    assertThat(clock.offer(0.2)).isEqualTo(5);
    assertThat(clock.frames()).isEqualTo(7);
  }

  @Test
  void dropsPicturesThatGoBack() {
    clock.offer(0);
    clock.offer(1);
    assertThat(clock.offer(0.5)).isEqualTo(FrameClock.DROP);
    assertThat(clock.frames()).isEqualTo(31);
  }

  @Test
  void endsAtTheLimit() {
    clock.offer(0);
    assertThat(clock.isPastEnd(2.9)).isFalse();
    assertThat(clock.isPastEnd(3)).isTrue();
    assertThat(clock.offer(3)).isEqualTo(FrameClock.DROP);
    assertThat(clock.fillUntil(100)).isEqualTo(89);
    assertThat(clock.frames()).isEqualTo(90);
  }

  @Test
  void fillsNothingBeforeTheFirstPicture() {
    assertThat(clock.fillUntil(2)).isZero();
    assertThat(clock.isPastEnd(100)).isFalse();
    assertThat(clock.frames()).isZero();
  }
}
