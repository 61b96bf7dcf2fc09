package co.anb.showcase.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void endThreads() throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void letsAFewThroughAtATime() {
    var turnstile = new ConcurrencyLimiter(2, LONG);
    var inside = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      go(turnstile, inside::incrementAndGet, true);
    }
    await().until(() -> inside.get() == 2 && waiting() == 5);
    assertThat(inside).hasValue(2);
    end.countDown();
    await().until(() -> inside.get() == 5);
  }

  @Test
  void keepsTheOrder() {
    var turnstile = new ConcurrencyLimiter(1, LONG);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    go(turnstile, () -> order.add(0), true);
    await().until(() -> order.size() == 1);
    for (int i = 1; i <= 5; i++) {
      int number = i;
      go(turnstile, () -> order.add(number), false);
      // The next comes when this one stands in line.
      await().until(() -> waiting() == number + 1);
    }
    end.countDown();
    await().until(() -> order.size() == 6);
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void turnsNobodyAway() {
    var turnstile = new ConcurrencyLimiter(1, Duration.ofMillis(50));
    var inside = new AtomicInteger();
    go(turnstile, inside::incrementAndGet, true);
    await().until(() -> inside.get() == 1);
    turnstile.pass(inside::incrementAndGet);
    assertThat(inside).hasValue(2);
  }

  @Test
  void whoFailsLeavesRoom() {
    var turnstile = new ConcurrencyLimiter(1, LONG);
    assertThatThrownBy(
            () ->
                turnstile.pass(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    var inside = new AtomicInteger();
    turnstile.pass(inside::incrementAndGet);
    assertThat(inside).hasValue(1);
  }

  private void go(ConcurrencyLimiter turnstile, Runnable work, boolean stay) {
    var thread =
        new Thread(
            () ->
                turnstile.pass(
                    () -> {
                      work.run();
                      if (stay) {
                        awaitEnd();
                      }
                    }));
    thread.start();
    threads.add(thread);
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long waiting() {
    return threads.stream()
        .filter(
            thread ->
                thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING)
        .count();
  }
}
