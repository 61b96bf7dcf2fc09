package co.anb.showcase.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LatestDeliveryTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Integer> delivered = new ArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();

  private LatestDelivery<Integer> delivery() {
    return new LatestDelivery<>(
        work::add, Math::max, item -> delivered.add(item) && item < 10, ended::incrementAndGet);
  }

  private void run() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void keepsOneItemThatTheMergeChooses() {
    var delivery = delivery();
    delivery.offer(2);
    delivery.offer(3);
    delivery.offer(1);
    run();
    assertThat(delivered).containsExactly(3);
    assertThat(ended).hasValue(0);
  }

  @Test
  void anOfferAfterARestIsDelivered() {
    var delivery = delivery();
    delivery.offer(1);
    run();
    delivery.offer(2);
    run();
    assertThat(delivered).containsExactly(1, 2);
  }

  @Test
  void endsOnceWhenTheReceiverWantsNoMore() {
    var delivery = delivery();
    delivery.offer(10);
    run();
    delivery.offer(1);
    delivery.end();
    run();
    assertThat(delivered).containsExactly(10);
    assertThat(ended).hasValue(1);
  }

  @Test
  void endsOnceWhenTheReceiverFails() {
    var delivery =
        new LatestDelivery<Integer>(
            work::add,
            Math::max,
            item -> {
              throw new IllegalStateException("planned by this test");
            },
            ended::incrementAndGet);
    delivery.offer(1);
    run();
    delivery.offer(2);
    run();
    assertThat(ended).hasValue(1);
  }

  @Test
  void theEndDropsWhatWaits() {
    var delivery = delivery();
    delivery.offer(1);
    delivery.end();
    run();
    delivery.end();
    run();
    assertThat(delivered).isEmpty();
    assertThat(ended).hasValue(1);
  }

  @RepeatedTest(20)
  void offersAndEndsOfManyThreadsEndItOnce() throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      var delivery =
          new LatestDelivery<Integer>(threads, Math::max, item -> true, ended::incrementAndGet);
      int callers = 8;
      var start = new CountDownLatch(1);
      var done = new CountDownLatch(callers);
      for (int i = 0; i < callers; i++) {
        int caller = i;
        threads.execute(
            () -> {
              await(start);
              for (int item = 0; item < 100; item++) {
                delivery.offer(item);
              }
              if (caller % 2 == 0) {
                delivery.end();
              }
              done.countDown();
            });
      }
      start.countDown();
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ended).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
