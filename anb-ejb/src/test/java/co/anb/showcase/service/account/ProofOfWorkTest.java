package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import co.anb.showcase.service.platform.KeyedHashes;
import co.anb.showcase.service.problem.ProofRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {

  private static final String ANA = "ana@anb.example";

  private final KeyedHashes hashes = new KeyedHashes("a key of sixteen or more");
  private final ProofOfWork work = new ProofOfWork(hashes, Clock.systemUTC(), 12);

  @Test
  void aProofIsGoodOnceAndForItsAccountAlone() {
    String proof = solve(work.challenge(ANA));

    assertThat(work.accept(proof, "eva@anb.example")).isFalse();
    assertThat(work.accept(proof, "Ana@anb.example ")).isTrue();
    assertThat(work.accept(proof, ANA)).isFalse();
  }

  @Test
  void anotherCounterOfAProofThatIsSpentIsNoNewProof() {
    ProofRequest challenge = work.challenge(ANA);
    String first = solve(challenge, 0);
    String second = solve(challenge, counter(first) + 1);

    assertThat(work.accept(first, ANA)).isTrue();
    assertThat(work.accept(second, ANA)).isFalse();
  }

  @Test
  void workThatWasNotDoneIsNoProof() {
    ProofRequest challenge = work.challenge(ANA);
    String unsolved =
        LongStream.iterate(0, n -> n + 1)
            .mapToObj(n -> challenge.challenge() + "." + n)
            .filter(proof -> zeroBits(proof) < challenge.bits())
            .findFirst()
            .orElseThrow();

    assertThat(work.accept(unsolved, ANA)).isFalse();
    assertThat(work.accept(null, ANA)).isFalse();
    assertThat(work.accept("", ANA)).isFalse();
    assertThat(work.accept(challenge.challenge(), ANA)).isFalse();
  }

  @Test
  void nobodyMakesTheirOwnEasyChallenge() {
    var easy = new ProofOfWork(new KeyedHashes("the key of an attacker"), Clock.systemUTC(), 1);

    assertThat(work.accept(solve(easy.challenge(ANA)), ANA)).isFalse();
    String made = "1" + work.challenge(ANA).challenge().substring(2);
    assertThat(work.accept(solve(new ProofRequest(made, 1)), ANA)).isFalse();
  }

  @Test
  void aChallengeExpires() {
    var past =
        new ProofOfWork(hashes, Clock.offset(Clock.systemUTC(), ProofOfWork.LIFE.negated()), 12);

    assertThat(work.accept(solve(past.challenge(ANA)), ANA)).isFalse();
  }

  @Test
  void theDifficultyHasBounds() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new ProofOfWork(hashes, Clock.systemUTC(), 31));
    assertThatIllegalStateException()
        .isThrownBy(() -> new ProofOfWork(hashes, Clock.systemUTC(), 0));
  }

  static String solve(ProofRequest challenge) {
    return solve(challenge, 0);
  }

  private static String solve(ProofRequest challenge, long from) {
    return LongStream.iterate(from, n -> n + 1)
        .mapToObj(n -> challenge.challenge() + "." + n)
        .filter(proof -> zeroBits(proof) >= challenge.bits())
        .findFirst()
        .orElseThrow();
  }

  private static long counter(String proof) {
    return Long.parseLong(proof.substring(proof.lastIndexOf('.') + 1));
  }

  private static int zeroBits(String proof) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
      int bits = 0;
      while (bits < 256 && (hash[bits / 8] >> (7 - bits % 8) & 1) == 0) {
        bits++;
      }
      return bits;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
