package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.account.Revocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevokedTokensTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final RevokedTokens tokens = new RevokedTokens(Clock.fixed(NOW, ZoneOffset.UTC));
  private final UUID account = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @Test
  void aSessionsEndVoidsItsTokensOnly() {
    tokens.learn(List.of(new Revocation(session, Revocation.ALL, NOW, LATER)));

    assertThat(tokens.areVoid(account, session, 7)).isTrue();
    assertThat(tokens.areVoid(account, UUID.randomUUID(), 7)).isFalse();
    assertThat(tokens.areVoid(account, null, 7)).isFalse();
  }

  @Test
  void aNewVersionVoidsEarlierOnes() {
    tokens.learn(List.of(new Revocation(account, 3, NOW, LATER)));

    assertThat(tokens.areVoid(account, session, 2)).isTrue();
    assertThat(tokens.areVoid(account, null, 0)).isTrue();
    assertThat(tokens.areVoid(account, session, 3)).isFalse();
    assertThat(tokens.areVoid(UUID.randomUUID(), session, 0)).isFalse();
  }

  @Test
  void whatIsReadLateOrTwiceTakesNothingBack() {
    tokens.learn(List.of(new Revocation(account, 3, NOW, LATER)));
    tokens.learn(List.of(new Revocation(account, 2, NOW, LATER)));

    assertThat(tokens.areVoid(account, session, 2)).isTrue();
  }

  @Test
  void forgetsWhatNoTokenCanMeetAnyMore() {
    tokens.learn(
        List.of(
            new Revocation(account, 3, NOW.minus(Duration.ofHours(2)), NOW.minusSeconds(1)),
            new Revocation(session, Revocation.ALL, NOW, LATER)));

    tokens.forgetExpired();

    assertThat(tokens.areVoid(account, UUID.randomUUID(), 0)).isFalse();
    assertThat(tokens.areVoid(account, session, 0)).isTrue();
  }
}
