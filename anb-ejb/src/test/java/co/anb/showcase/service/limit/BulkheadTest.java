package co.anb.showcase.service.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BulkheadTest {

  @Test
  void whoFindsNoPlaceOrWaitsTooLongIsSentAway() throws Exception {
    var nobodyWaits = new Bulkhead(1, 0, Duration.ofMinutes(1));
    var oneWaits = new Bulkhead(1, 1, Duration.ofMillis(10));
    for (Bulkhead turns : new Bulkhead[] {nobodyWaits, oneWaits}) {
      var inside = new CountDownLatch(1);
      var end = new CountDownLatch(1);
      var first =
          CompletableFuture.runAsync(
              () -> {
                try {
                  turns.take(
                      () -> {
                        inside.countDown();
                        end.await();
                        return null;
                      });
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      inside.await();

      ProblemException refusal =
          catchThrowableOfType(ProblemException.class, () -> turns.take(() -> "never"));

      assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
      assertThat(refusal.retryAfter()).isPresent();
      end.countDown();
      first.join();
      assertThat(turns.take(() -> "now")).isEqualTo("now");
    }
  }

  @Test
  void aTurnThatFailsIsFreeAgain() throws Exception {
    var turns = new Bulkhead(1, 0, Duration.ofMillis(10));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("broken");
                    }));
    assertThat(turns.take(() -> 1)).isEqualTo(1);
  }
}
