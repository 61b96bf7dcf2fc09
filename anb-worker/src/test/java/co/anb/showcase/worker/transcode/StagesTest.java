package co.anb.showcase.worker.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.domain.mp4.FailureCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class StagesTest {

  @Test
  void passesFramesInOrder() throws Exception {
    List<Integer> slots = new ArrayList<>();
    try (var queue = new FrameQueue(2, () -> null)) {
      Stages.run(
          List.of(
              () -> {
                for (int i = 0; i < 100; i++) {
                  Frame frame = queue.blank();
                  frame.slot = i;
                  queue.put(frame);
                }
                queue.end(100);
              },
              () -> {
                Frame frame = queue.take();
                while (!queue.isEnd(frame)) {
                  slots.add(frame.slot);
                  queue.recycle(frame);
                  frame = queue.take();
                }
                slots.add(frame.slot);
              }));
    }
    assertThat(slots).hasSize(101).isSorted().endsWith(100);
  }

  @Test
  void endsTheStageBeforeTheOneThatFails() throws Exception {
    var ended = new AtomicBoolean();
    try (var queue = new FrameQueue(2, () -> null)) {
      assertThatThrownBy(
              () ->
                  Stages.run(
                      List.of(
                          () -> {
                            try {
                              while (true) {
                                queue.put(queue.blank());
                              }
                            } finally {
                              ended.set(true);
                            }
                          },
                          () -> {
                            queue.take();
                            throw new IOException("disk full");
                          })))
          .isInstanceOf(IOException.class)
          .hasMessage("disk full");
    }
    assertThat(ended).isTrue();
  }

  @Test
  void endsTheStageBehindTheOneThatFails() throws Exception {
    try (var queue = new FrameQueue(2, () -> null)) {
      assertThatThrownBy(
              () ->
                  Stages.run(
                      List.of(
                          () -> {
                            throw new TranscodeException(FailureCode.UNDECODABLE, "broken");
                          },
                          queue::take)))
          .isInstanceOf(TranscodeException.class)
          .hasMessage("broken");
    }
  }

  @Test
  void handsErrorsOn() {
    assertThatThrownBy(
            () ->
                Stages.run(
                    List.of(
                        () -> {
                          throw new OutOfMemoryError("native");
                        })))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void endsAllStagesWhenInterrupted() throws Exception {
    var running = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    try (var queue = new FrameQueue(1, () -> null)) {
      var job =
          new Thread(
              () -> {
                try {
                  Stages.run(
                      List.of(
                          () -> {
                            running.countDown();
                            queue.take();
                          }));
                } catch (InterruptedException e) {
                  interrupted.set(true);
                } catch (TranscodeException | DoubtfulClipException | IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      job.start();
      running.await();
      job.interrupt();
      job.join();
    }
    assertThat(interrupted).isTrue();
  }
}
