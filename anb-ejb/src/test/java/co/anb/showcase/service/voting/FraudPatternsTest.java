package co.anb.showcase.service.voting;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.db.Schema;
import co.anb.showcase.service.voting.FraudScene.Clip;
import co.anb.showcase.service.voting.FraudScene.Found;
import co.anb.showcase.service.voting.FraudScene.Voter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Ten attacks and an honest crowd in a real database. The figures that it prints stand in
 * docs/fraud.md; the crowd comes from a fixed seed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FraudPatternsTest {

  private static final Instant BEGIN = FraudScene.BEGIN;
  private static final Set<FraudKind> EARLIER =
      EnumSet.of(
          FraudKind.NETWORK_BURST,
          FraudKind.YOUNG_ACCOUNTS,
          FraudKind.ACCOUNT_RATE,
          FraudKind.ADDRESS_RATE,
          FraudKind.SAME_DEVICE);
  private static final int PUPILS = 120;

  private final Random random = new Random(15);
  private final Map<String, UUID> guilty = new LinkedHashMap<>();
  private final List<Clip> honest = new ArrayList<>();
  private EmbeddedPostgres postgres;
  private Connection connection;
  private FraudScene scene;
  private UUID robot;
  private Clip schoolsPlayer;
  private List<Found> flags;

  @BeforeAll
  void play() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    Schema.migrate(postgres.getPostgresDatabase());
    connection = postgres.getPostgresDatabase().getConnection();
    connection.setAutoCommit(false);
    scene = new FraudScene(connection);
    for (int i = 0; i < 40; i++) {
      honest.add(scene.clip());
    }
    schoolsPlayer = scene.clip();
    crowd();
    school();
    attacks();
    connection.commit();
    flags = new ArrayList<>();
    for (FraudKind kind : FraudKind.values()) {
      flags.addAll(scene.flags(kind));
    }
    report();
  }

  @AfterAll
  void stop() throws SQLException, IOException {
    connection.close();
    postgres.close();
  }

  /** 1200 people at home or on the phone, within three days, each votes for one to five players. */
  private void crowd() throws SQLException {
    for (int i = 0; i < 1_200; i++) {
      // Two people of some homes.
      String home = "home-" + random.nextInt(900);
      Instant born = BEGIN.plusSeconds(random.nextInt(200_000));
      Voter voter =
          scene.voter(
              born,
              home,
              random.nextInt(20) == 0 ? "empresa" + random.nextInt(20) + ".co" : "gmail.com");
      likes(
          voter,
          honest,
          1 + random.nextInt(5),
          born.plusSeconds(40 + random.nextInt(50_000)),
          home);
    }
  }

  private void likes(Voter voter, List<Clip> clips, int many, Instant from, String network)
      throws SQLException {
    List<Clip> mixed = new ArrayList<>(clips);
    java.util.Collections.shuffle(mixed, random);
    Instant at = from;
    for (Clip clip : mixed.subList(0, many)) {
      scene.vote(
          clip, voter, at, network, network + random.nextInt(2), "agent-" + random.nextInt(30));
      at = at.plusSeconds(15 + random.nextInt(90));
    }
  }

  /** A school signs up and votes from one network in one evening, mostly for its own player. */
  private void school() throws SQLException {
    for (int i = 0; i < PUPILS; i++) {
      Instant born = BEGIN.plusSeconds(36_000 + random.nextInt(10_800));
      Voter pupil = scene.voter(born, "school", i % 2 == 0 ? "colegio.edu.co" : "gmail.com");
      Instant at = born.plusSeconds(60 + random.nextInt(1_200));
      if (random.nextInt(100) < 70) {
        scene.vote(
            schoolsPlayer, pupil, at, "school", "school-" + i % 40, "agent-" + random.nextInt(8));
      }
      likes(pupil, honest, random.nextInt(4), at.plusSeconds(30), "school");
    }
    // Its player has friends elsewhere, too.
    for (int i = 0; i < 60; i++) {
      Voter friend = scene.voter(BEGIN.minusSeconds(86_400), "friend-" + i, "gmail.com");
      scene.vote(
          schoolsPlayer,
          friend,
          BEGIN.plusSeconds(random.nextInt(250_000)),
          "friend-" + i,
          "f" + i,
          "agent-1");
    }
  }

  private void attacks() throws SQLException {
    farm(
        "1 farm of the review: 19 accounts in 2 s, 31 min old, 19 votes in 0.5 s",
        19,
        100,
        31 * 60_000,
        26,
        "gmail.com");
    farm(
        "2 slow farm: a sign-up and a vote every 5 min",
        45,
        300_000,
        3_600_000,
        300_000,
        "gmail.com");
    farm("3 day-long farm: a vote every 13 min", 100, 780_000, 3_600_000, 780_000, "gmail.com");
    farm("4 burst from one network", 40, 30_000, 7_200_000, 10_000, "gmail.com");
    proxies(
        "5 proxies, accounts made in a row in one network",
        25,
        "factory",
        1_000,
        "gmail.com",
        90_000);
    proxies("6 proxies, one mail domain", 30, null, 1_900_000, "desechable.example", 90_000);
    proxies("7 proxies, accounts 5 min old", 14, null, 1_900_000, "gmail.com", 300);
    device();
    single();
    proxies(
        "10 patient: a network, a day and a mail address of its own for each",
        40,
        null,
        6_000_000,
        "gmail.com",
        400_000);
  }

  /** One network; milliseconds between sign-ups, between sign-up and vote, between votes. */
  private void farm(String name, int accounts, long signups, long age, long votes, String domain)
      throws SQLException {
    Clip clip = planted(name);
    for (int i = 0; i < accounts; i++) {
      Voter voter = scene.voter(BEGIN.plusMillis(i * signups), name, domain);
      Instant at = BEGIN.plusMillis(age + accounts * Math.min(signups, votes) + i * votes);
      scene.vote(clip, voter, at, name, name + i % 8, "varied-" + i);
    }
  }

  /** Each vote from another network; sign-ups too, unless they have one of their own. */
  private void proxies(
      String name, int accounts, String factory, long signupMillis, String domain, long ageSeconds)
      throws SQLException {
    Clip clip = planted(name);
    for (int i = 0; i < accounts; i++) {
      Instant born = BEGIN.plusMillis(i * signupMillis);
      Voter voter = scene.voter(born, factory == null ? name + i : factory, domain);
      scene.vote(clip, voter, born.plusSeconds(ageSeconds), name + i, name + i, "varied-" + i);
    }
  }

  /** Many accounts, one program, one network: for a clip and for others, to hide it. */
  private void device() throws SQLException {
    Clip clip = planted("8 one device signs many accounts in");
    for (int i = 0; i < 18; i++) {
      Voter voter =
          scene.voter(BEGIN.minusSeconds(100_000L + i * 9_000L), "device-" + i, "gmail.com");
      Instant at = BEGIN.plusSeconds(90_000 + i * 150L);
      scene.vote(clip, voter, at, "device", "device", "one");
      scene.vote(honest.get(i), voter, at.plusSeconds(20), "device", "device", "one");
    }
  }

  /** One account that votes by program. */
  private void single() throws SQLException {
    robot = scene.voter(BEGIN.minusSeconds(90_000), "robot", "gmail.com").id();
    for (int i = 0; i < 20; i++) {
      scene.vote(
          honest.get(i),
          new Voter(robot, "robot"),
          BEGIN.plusSeconds(50_000 + i),
          "robot",
          "robot",
          "robot");
    }
    guilty.put("9 one account votes for 20 clips in 20 s", robot);
  }

  private Clip planted(String name) throws SQLException {
    Clip clip = scene.clip();
    guilty.put(name, clip.player());
    return clip;
  }

  private Set<FraudKind> found(UUID who) {
    return flags.stream()
        .filter(flag -> who.equals(flag.player()) || who.equals(flag.voter()))
        .map(Found::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FraudKind.class)));
  }

  private Set<FraudKind> foundBefore(UUID who) {
    Set<FraudKind> kinds = found(who);
    kinds.retainAll(EARLIER);
    return kinds;
  }

  private void report() {
    guilty.forEach(
        (name, who) ->
            System.out.println("FRAUD | " + name + " | " + foundBefore(who) + " | " + found(who)));
    System.out.println(
        "FRAUD | school's player | "
            + foundBefore(schoolsPlayer.player())
            + " | "
            + found(schoolsPlayer.player()));
    System.out.println("FRAUD | other players accused | " + accused() + " of " + honest.size());
    System.out.println(
        "FRAUD | flags about many players | "
            + flags.stream()
                .filter(flag -> flag.player() == null && flag.voter() == null)
                .toList());
  }

  private Map<UUID, Set<FraudKind>> accused() {
    Map<UUID, Set<FraudKind>> accused = new LinkedHashMap<>();
    for (Clip clip : honest) {
      if (!found(clip.player()).isEmpty()) {
        accused.put(clip.player(), found(clip.player()));
      }
    }
    return accused;
  }

  @Test
  void theFarmOfTheReviewIsSeenNowAndWasNotBefore() {
    UUID farm = guilty.values().iterator().next();

    assertThat(foundBefore(farm)).isEmpty();
    assertThat(found(farm)).contains(FraudKind.SIGNUP_SEQUENCE);
  }

  @Test
  void allAttacksButThePatientOneAreSeen() {
    Set<String> unseen =
        guilty.entrySet().stream()
            .filter(attack -> found(attack.getValue()).isEmpty())
            .map(Map.Entry::getKey)
            .filter(
                name ->
                    !name.startsWith("8 ")
                        || flags.stream().noneMatch(flag -> flag.kind() == FraudKind.SAME_DEVICE))
            .collect(Collectors.toSet());

    assertThat(unseen).singleElement().asString().startsWith("10 patient");
  }

  /** Many people vote minutes after they have signed up: that kind accuses some, and always has. */
  @Test
  void ofHonestPlayersFewAreAccusedAndNoneByTheNewKinds() {
    assertThat(accused()).hasSizeLessThanOrEqualTo(4);
    assertThat(accused().values())
        .allSatisfy(kinds -> assertThat(kinds).containsExactly(FraudKind.YOUNG_ACCOUNTS));
  }

  /** It is a report, not a filter: an administrator looks at the school and sees pupils. */
  @Test
  void theSchoolIsLookedAtButItsAccountsWereNotMadeInARow() {
    assertThat(found(schoolsPlayer.player()))
        .contains(FraudKind.NETWORK_SHARE)
        .doesNotContain(FraudKind.SIGNUP_SEQUENCE);
  }
}
