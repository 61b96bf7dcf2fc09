package co.anb.showcase.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

  private final Clock clock = MicrosecondClock.utc();

  @Test
  void ticksInWholeMicroseconds() {
    Instant now = clock.instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    assertThat(clock.instant())
        .isBetween(
            Clock.systemUTC().instant().minusSeconds(5),
            Clock.systemUTC().instant().plusSeconds(5));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void tellsMillisecondsToo() {
    long before = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    assertThat(clock.millis()).isBetween(before, Clock.systemUTC().instant().toEpochMilli());
  }

  @Test
  void keepsItsTicksInAnotherZone() {
    Clock there = clock.withZone(ZoneId.of("America/Bogota"));
    assertThat(there.getZone()).isEqualTo(ZoneId.of("America/Bogota"));
    Instant now = there.instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
  }
}
