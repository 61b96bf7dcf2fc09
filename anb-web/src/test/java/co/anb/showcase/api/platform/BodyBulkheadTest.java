package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyBulkheadTest {

  @Test
  void oneSenderGetsItsShareAndAllTogetherTheirs() throws Exception {
    var slots = new BodyBulkhead(3, 2, Duration.ZERO);
    List<BodyBulkhead.Slot> held = new ArrayList<>();
    held.add(slots.take("a").orElseThrow());
    held.add(slots.take("a").orElseThrow());

    assertThat(slots.take("a")).isEmpty();
    held.add(slots.take("b").orElseThrow());
    assertThat(slots.take("c")).isEmpty();

    held.get(0).close();
    held.get(0).close();
    assertThat(slots.take("c")).isPresent();
    assertThat(slots.take("d")).isEmpty();
    held.get(1).close();
    assertThat(slots.take("a")).isPresent();
  }
}
