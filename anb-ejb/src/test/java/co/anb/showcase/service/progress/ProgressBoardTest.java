package co.anb.showcase.service.progress;

import static co.anb.showcase.domain.video.VideoStatus.FAILED;
import static co.anb.showcase.domain.video.VideoStatus.PROCESSED;
import static co.anb.showcase.domain.video.VideoStatus.PROCESSING;
import static co.anb.showcase.domain.video.VideoStatus.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.anb.showcase.domain.processing.VideoEvent;
import co.anb.showcase.domain.video.VideoStatus;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {

  private static final UUID VIDEO = UUID.randomUUID();
  private static final UUID OWNER = UUID.randomUUID();

  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final ProgressBoard board = new ProgressBoard(clock, Runnable::run, 2, 3);
  private final Heard heard = new Heard();

  @Test
  void thePresentStateComesFirst() {
    board.follow(OWNER, state(PROCESSING, 40, 1), heard);

    assertThat(heard.lines).containsExactly("PROCESSING 40 (1)");
  }

  @Test
  void aClipThatIsFinishedIsToldAndOver() {
    board.follow(OWNER, state(PROCESSED, 100, 1), heard);

    assertThat(heard.lines).containsExactly("PROCESSED 100 (1)", "closed");
  }

  @Test
  void everyChangeIsTold() {
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    board.hear(event(PROCESSING, 0, 1));
    board.hear(event(PROCESSING, 30, 1));

    assertThat(heard.lines)
        .containsExactly("UPLOADED 0 (0)", "PROCESSING 0 (1)", "PROCESSING 30 (1)");
  }

  @Test
  void otherClipsAreNotTold() {
    board.follow(OWNER, state(PROCESSING, 40, 1), heard);

    board.hear(
        new VideoEvent(UUID.randomUUID(), PROCESSING, 50, 1, clock.instant(), Optional.empty()));

    assertThat(heard.lines).hasSize(1);
  }

  @Test
  void progressNeverGoesBackWithinAnAttempt() {
    board.follow(OWNER, state(PROCESSING, 40, 2), heard);

    board.hear(event(PROCESSING, 39, 2));
    board.hear(event(PROCESSING, 90, 1));
    answer(state(PROCESSING, 30, 2));
    answer(state(UPLOADED, 0, 0));

    assertThat(heard.lines).containsExactly("PROCESSING 40 (2)");
  }

  @Test
  void anotherAttemptStartsOver() {
    board.follow(OWNER, state(PROCESSING, 40, 1), heard);

    board.hear(event(PROCESSING, 0, 2));

    assertThat(heard.lines).containsExactly("PROCESSING 40 (1)", "PROCESSING 0 (2)");
  }

  /** The event does not know whether the clip is public. */
  @Test
  void theDatabaseHasTheLastWord() {
    board.follow(OWNER, state(PROCESSING, 99, 1), heard);

    board.hear(event(PROCESSED, 100, 1));
    assertThat(heard.lines).hasSize(1);
    assertThat(board.due()).containsExactly(VIDEO);
    answer(state(PROCESSED, 100, 1));

    assertThat(heard.lines).containsExactly("PROCESSING 99 (1)", "PROCESSED 100 (1)", "closed");
  }

  @Test
  void nothingFollowsAFinalState() {
    board.follow(OWNER, state(PROCESSING, 40, 3), heard);
    answer(state(FAILED, 40, 3));

    board.hear(event(PROCESSING, 50, 4));
    pass(Duration.ofMinutes(1));

    assertThat(heard.lines).containsExactly("PROCESSING 40 (3)", "FAILED 40 (3)", "closed");
  }

  @Test
  void aDeletedClipEndsTheStream() {
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    board.learn(Set.of(VIDEO), Map.of());

    assertThat(heard.lines).containsExactly("UPLOADED 0 (0)", "deleted", "closed");
  }

  @Test
  void theDatabaseIsAskedAboutSilentClipsOnly() {
    board.follow(OWNER, state(PROCESSING, 40, 1), heard);
    assertThat(board.due()).isEmpty();

    now = now.plusSeconds(2);
    board.hear(event(PROCESSING, 50, 1));
    now = now.plusSeconds(2);
    assertThat(board.due()).isEmpty();

    now = now.plusSeconds(1);
    assertThat(board.due()).containsExactly(VIDEO);
    answer(state(PROCESSING, 50, 1));
    assertThat(board.due()).isEmpty();
  }

  @Test
  void aWorkerThatLostItsAttemptDoesNotKeepTheDatabaseAway() {
    board.follow(OWNER, state(PROCESSING, 40, 2), heard);

    now = now.plusSeconds(3);
    board.hear(event(PROCESSING, 60, 1));

    assertThat(board.due()).containsExactly(VIDEO);
  }

  @Test
  void aClipThatIsWorkedOnIsToldEverySecond() {
    board.follow(OWNER, state(PROCESSING, 40, 1), heard);

    pass(Duration.ofSeconds(10));

    assertThat(heard.gaps())
        .hasSizeGreaterThanOrEqualTo(10)
        .allMatch(gap -> gap.toMillis() <= 1_000);
  }

  @Test
  void aClipThatWaitsIsToldWithin15Seconds() {
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    pass(Duration.ofMinutes(1));

    assertThat(heard.gaps()).hasSizeBetween(4, 6).allMatch(gap -> gap.toSeconds() <= 15);
  }

  @Test
  void noStreamOutlivesAnHour() {
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    pass(Duration.ofMinutes(61));

    assertThat(heard.lines).endsWith("closed");
    assertThat(board.due()).isEmpty();
  }

  @Test
  void whoDoesNotListenAnyMoreIsLeftOut() {
    heard.listens = false;
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    assertThat(heard.lines).containsExactly("UPLOADED 0 (0)", "closed");
    assertThat(board.due()).isEmpty();
  }

  @Test
  void aListenerThatBreaksIsLeftOut() {
    heard.broken = true;
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);

    assertThat(heard.lines).containsExactly("closed");
    board.follow(OWNER, state(UPLOADED, 0, 0), new Heard());
    board.follow(OWNER, state(UPLOADED, 0, 0), new Heard());
  }

  @Test
  void nobodyFollowsTooMuch() {
    board.follow(OWNER, state(UPLOADED, 0, 0), new Heard());
    board.follow(OWNER, state(UPLOADED, 0, 0), new Heard());

    assertTooMany(OWNER);
    assertThat(heard.lines).isEmpty();
  }

  @Test
  void aServerHasItsLimitToo() {
    for (int i = 0; i < 3; i++) {
      board.follow(UUID.randomUUID(), state(UPLOADED, 0, 0), new Heard());
    }

    assertTooMany(OWNER);
    board.close();
    board.follow(OWNER, state(UPLOADED, 0, 0), heard);
    assertThat(heard.lines).hasSize(1);
  }

  /** The slow one's thread hangs in the middle of a call. */
  @Test
  void aSlowListenerGetsTheNewestStateAndHoldsUpNobody() {
    Queue<Runnable> later = new ArrayDeque<>();
    var queueing = new ProgressBoard(clock, later::add, 2, 3);
    queueing.follow(OWNER, state(PROCESSING, 0, 1), heard);

    queueing.hear(event(PROCESSING, 10, 1));
    queueing.hear(event(PROCESSING, 20, 1));
    assertThat(later).as("one thread at a time for one listener").hasSize(1);
    later.remove().run();
    assertThat(heard.lines).containsExactly("PROCESSING 20 (1)");

    queueing.hear(event(PROCESSING, 30, 1));
    later.remove().run();
    assertThat(heard.lines).endsWith("PROCESSING 30 (1)");
  }

  private void assertTooMany(UUID account) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> board.follow(account, state(UPLOADED, 0, 0), heard))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  private void answer(VideoState state) {
    board.learn(Set.of(VIDEO), Map.of(VIDEO, state));
  }

  private void pass(Duration duration) {
    for (Instant end = now.plus(duration); now.isBefore(end); ) {
      now = now.plusMillis(250);
      board.tick();
    }
  }

  private static VideoState state(VideoStatus status, int progress, int attempt) {
    return new VideoState(VIDEO, status, progress, attempt, false, Optional.empty());
  }

  private VideoEvent event(VideoStatus status, int progress, int attempt) {
    return new VideoEvent(VIDEO, status, progress, attempt, now, Optional.empty());
  }

  private final class Heard implements ProgressListener {

    private final List<String> lines = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private boolean listens = true;
    private boolean broken;

    @Override
    public boolean state(VideoState state) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      lines.add(state.status() + " " + state.progress() + " (" + state.attempt() + ")");
      times.add(now);
      return listens;
    }

    @Override
    public void deleted() {
      lines.add("deleted");
    }

    @Override
    public void close() {
      lines.add("closed");
    }

    List<Duration> gaps() {
      List<Duration> gaps = new ArrayList<>();
      for (int i = 1; i < times.size(); i++) {
        gaps.add(Duration.between(times.get(i - 1), times.get(i)));
      }
      return gaps;
    }
  }
}
