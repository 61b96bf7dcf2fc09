package co.anb.showcase.service.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system's clock in whole microseconds, as PostgreSQL keeps times: what is written is what is
 * read back. {@link Clock#tick} cannot do it: its {@code millis()} divides by zero for ticks under
 * a millisecond.
 */
final class MicrosecondClock extends Clock {

  private final Clock base;

  private MicrosecondClock(Clock base) {
    this.base = base;
  }

  /** The clock in UTC. */
  static Clock utc() {
    return new MicrosecondClock(Clock.system(ZoneOffset.UTC));
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MicrosecondClock(base.withZone(zone));
  }

  @Override
  public Instant instant() {
    return base.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
