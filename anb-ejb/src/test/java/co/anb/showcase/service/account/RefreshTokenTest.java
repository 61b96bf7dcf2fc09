package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.account.AccountSession;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final UUID sessionId = UUID.randomUUID();

  @Test
  void namesItsSessionAndIsNeverTheSameTwice() {
    RefreshToken token = RefreshToken.of(sessionId);

    assertThat(RefreshToken.parse(token.text())).contains(token);
    assertThat(token.sessionId()).isEqualTo(sessionId);
    assertThat(RefreshToken.of(sessionId).text()).isNotEqualTo(token.text());
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "====", "ñandú"})
  void refusesWhatCanBeNone(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }

  @Test
  void onlyTheLatestContinuesTheSession() {
    RefreshToken first = RefreshToken.of(sessionId);
    RefreshToken second = RefreshToken.of(sessionId);
    var session =
        new AccountSession(
            sessionId,
            UUID.randomUUID(),
            first.hash(),
            "a".repeat(500),
            NOW,
            NOW.plusSeconds(60),
            false);
    assertThat(session.isContinuedBy(first.hash())).isTrue();
    assertThat(session.agent()).hasSize(AccountSession.MAX_AGENT);

    session.advance(second.hash(), new byte[1], NOW.plusSeconds(30), NOW.plusSeconds(90));

    assertThat(session.isContinuedBy(first.hash())).isFalse();
    assertThat(session.isContinuedBy(second.hash())).isTrue();
    assertThat(session.isOver(NOW.plusSeconds(89))).isFalse();
    assertThat(session.isOver(NOW.plusSeconds(90))).isTrue();
  }

  @Test
  void aLostAnswerIsRepeatedToTheSameNetworkForHalfAMinute() {
    var box = new SecretBox("a secret of the servers");
    RefreshToken first = RefreshToken.of(sessionId);
    RefreshToken second = first.next(box);
    assertThat(first.next(box)).isEqualTo(second);
    assertThat(first.next(new SecretBox("another secret of servers"))).isNotEqualTo(second);
    byte[] home = box.network(sessionId, "203.0.113.7");
    byte[] elsewhere = box.network(sessionId, "203.0.113.8");
    var session =
        new AccountSession(
            sessionId, UUID.randomUUID(), first.hash(), "phone", NOW, NOW.plusSeconds(60), false);
    assertThat(session.mayRepeat(first.hash(), home, NOW)).isFalse();
    session.advance(second.hash(), home, NOW, NOW.plusSeconds(60));

    assertThat(session.mayRepeat(first.next(box).hash(), home, NOW.plusSeconds(29))).isTrue();
    assertThat(session.mayRepeat(first.next(box).hash(), home, NOW.plusSeconds(30))).isFalse();
    assertThat(session.mayRepeat(first.next(box).hash(), elsewhere, NOW)).isFalse();
    session.advance(second.next(box).hash(), home, NOW, NOW.plusSeconds(60));
    assertThat(session.mayRepeat(first.next(box).hash(), home, NOW)).isFalse();
  }
}
