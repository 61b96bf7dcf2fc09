package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The attack of the review: 110 wrong passwords from the networks of one IPv6 /56. It slows the
 * attacker down, never the owner.
 */
@ExtendWith(RunningStack.class)
class LockOutIT {

  private static final int NETWORKS = 22;
  private static final int FAILURES_OF_A_NETWORK = 5;

  @Test
  void anAttackOnAnAccountDoesNotLockItsOwnerOut(Contest contest) {
    Person owner = contest.join("Sitiada", "Cali");
    String network = network();
    Answer before = login(contest, owner, Contest.PASSWORD, network + "f00::1", null, null);
    assertThat(before.status()).as("%s", before).isEqualTo(200);
    String cookie = before.header("Set-Cookie");
    assertThat(cookie)
        .contains("HttpOnly", "SameSite=Strict", "Path=/api/auth")
        .doesNotContain("@");
    String device = cookie.substring(0, cookie.indexOf(';'));

    attack(contest, owner, network);

    Answer stranger = login(contest, owner, Contest.PASSWORD, network + "e00::1", null, null);
    assertProofRequired(stranger);
    Answer known = login(contest, owner, Contest.PASSWORD, network + "f00::2", null, null);
    assertThat(known.status()).as("the network of an earlier sign-in: %s", known).isEqualTo(200);
    Answer carried = login(contest, owner, Contest.PASSWORD, network + "d00::1", device, null);
    assertThat(carried.status()).as("the device of an earlier sign-in: %s", carried).isEqualTo(200);
    JsonObject work = stranger.object().getJsonObject("proof_of_work");
    String proof = solve(work.getString("challenge"), work.getInt("bits"));
    Answer proven = login(contest, owner, Contest.PASSWORD, network + "c00::1", null, proof);
    assertThat(proven.status()).as("after the work: %s", proven).isEqualTo(200);
    assertProofRequired(login(contest, owner, "wrong", network + "b00::1", null, proof));
  }

  @Test
  void aCookieOfAnotherAccountHelpsNobody(Contest contest) {
    Person owner = contest.join("Otra", "Cali");
    Person attacker = contest.join("Ajeno", "Cali");
    String network = network();
    String cookie =
        login(contest, attacker, Contest.PASSWORD, network + "a00::1", null, null)
            .header("Set-Cookie");

    attack(contest, owner, network);

    String device = cookie.substring(0, cookie.indexOf(';'));
    assertProofRequired(login(contest, owner, "wrong", network + "900::1", device, null));
  }

  /** Each of the attacker's networks also meets the limit of its own, work or no work. */
  private static void attack(Contest contest, Person owner, String network) {
    IntStream.range(0, NETWORKS * FAILURES_OF_A_NETWORK)
        .parallel()
        .forEach(
            n -> {
              String address = network + "%x::1".formatted(n / FAILURES_OF_A_NETWORK);
              Answer answer = login(contest, owner, "wrong-" + n, address, null, null);
              assertThat(answer.status()).as("%s", answer).isIn(401, 429);
            });
  }

  private static void assertProofRequired(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(429);
    assertThat(answer.object().getString("code")).isEqualTo("proof_of_work_required");
    assertThat(answer.header("Retry-After")).isNotBlank();
  }

  /** One that no other run of the tests attacks from; the last digits are each test's. */
  private static String network() {
    return "2001:db8:%x:".formatted((int) (Math.random() * 0xffff));
  }

  private static Answer login(
      Contest contest, Person who, String password, String from, String device, String proof) {
    var headers =
        new HashMap<>(Map.of("Content-Type", "application/json", "X-Forwarded-For", from));
    if (device != null) {
      headers.put("Cookie", device);
    }
    var body = Json.createObjectBuilder().add("email", who.email()).add("password", password);
    if (proof != null) {
      body.add("proof", proof);
    }
    return contest.send(
        "POST",
        "/api/auth/login",
        null,
        headers,
        body.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String solve(String challenge, int bits) {
    return LongStream.iterate(0, n -> n + 1)
        .mapToObj(n -> challenge + "." + n)
        .filter(proof -> zeroBits(proof) >= bits)
        .findFirst()
        .orElseThrow();
  }

  private static int zeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Integer.numberOfLeadingZeros(java.nio.ByteBuffer.wrap(hash).getInt());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
