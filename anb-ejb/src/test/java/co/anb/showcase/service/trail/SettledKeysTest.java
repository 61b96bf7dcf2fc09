package co.anb.showcase.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettledKeysTest {

  private final SettledKeys keys = new SettledKeys();

  @Test
  void aKeyIsSettledWhenAllHaveEndedThatRanWhenItWasGivenOut() {
    assertThat(keys.observe(10, 100, 105)).isZero();
    assertThat(keys.observe(20, 100, 110)).isZero();
    // 104 still runs, and may hold key 7.
    assertThat(keys.observe(30, 104, 120)).isZero();
    assertThat(keys.observe(40, 109, 130)).isZero();
    assertThat(keys.observe(50, 110, 140)).isEqualTo(10);
  }

  @Test
  void thenTheNextKeyIsWaitedFor() {
    keys.observe(10, 100, 100);
    keys.observe(10, 100, 100);
    assertThat(keys.observe(60, 100, 100)).isEqualTo(10);

    assertThat(keys.observe(70, 100, 101)).isEqualTo(10);
    assertThat(keys.observe(80, 100, 102)).isEqualTo(10);
    assertThat(keys.observe(90, 101, 103)).isEqualTo(60);
  }
}
