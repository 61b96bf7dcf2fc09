package co.anb.showcase.service.jury;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.jury.SpreadPlan.Clip;
import co.anb.showcase.service.jury.SpreadPlan.Conflicts;
import co.anb.showcase.service.jury.SpreadPlan.Juror;
import co.anb.showcase.service.jury.SpreadPlan.Pair;
import co.anb.showcase.service.jury.SpreadPlan.Shortage;
import co.anb.showcase.service.jury.SpreadPlan.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadPlanTest {

  private static final Standing NOTHING = new Standing(Set.of(), Set.of());
  private static final Conflicts NONE = (juror, clip) -> false;

  @ParameterizedTest
  @CsvSource({"1,1,1", "10,4,2", "12,5,3", "101,7,3", "7,50,2", "1000,9,4", "3,3,3"})
  void withoutConflictsLoadsDifferByOneAtMost(int clips, int jurors, int wanted) {
    SpreadPlan plan = SpreadPlan.of(jurors(jurors), clips(clips), NOTHING, NONE, wanted);

    assertThat(plan.shortages()).isEmpty();
    assertThat(plan.added()).hasSize(clips * wanted).doesNotHaveDuplicates();
    assertThat(scores(plan.added()).values()).hasSize(clips).containsOnly(wanted);
    int least = Collections.min(plan.loads().values());
    assertThat(Collections.max(plan.loads().values()) - least).isLessThanOrEqualTo(1);
    assertThat(plan.loads()).hasSize(jurors);
  }

  @Test
  void reportsClipsForWhichJurorsAreMissing() {
    List<Juror> jurors = jurors(3);
    List<Clip> clips = clips(4);
    UUID barred = clips.get(2).videoId();
    Conflicts conflicts =
        (juror, clip) -> clip.videoId().equals(barred) && !juror.equals(jurors.get(0));

    SpreadPlan plan = SpreadPlan.of(jurors, clips, NOTHING, conflicts, 3);

    assertThat(plan.shortages()).containsExactly(new Shortage(barred, 2));
    assertThat(plan.added()).hasSize(10).contains(new Pair(jurors.get(0).id(), barred));
  }

  @Test
  void withoutJurorsEveryClipIsShort() {
    SpreadPlan plan = SpreadPlan.of(List.of(), clips(2), NOTHING, NONE, 2);

    assertThat(plan.added()).isEmpty();
    assertThat(plan.shortages()).extracting(Shortage::missing).containsExactly(2, 2);
  }

  @Test
  void whoHasADraftedConflictIsReplacedByAnother() {
    List<Juror> jurors = jurors(3);
    List<Clip> clips = clips(1);
    Pair lost = new Pair(jurors.get(0).id(), clips.get(0).videoId());
    Pair kept = new Pair(jurors.get(1).id(), clips.get(0).videoId());

    SpreadPlan plan =
        SpreadPlan.of(
            jurors,
            clips,
            new Standing(Set.of(lost, kept), Set.of(kept)),
            (juror, clip) -> juror.equals(jurors.get(0)),
            2);

    assertThat(plan.added()).containsExactly(new Pair(jurors.get(2).id(), clips.get(0).videoId()));
  }

  @Test
  void aNewJurorGetsTheNewClipsFirst() {
    List<Juror> old = jurors(3);
    List<Clip> clips = clips(30);
    SpreadPlan before = SpreadPlan.of(old, clips, NOTHING, NONE, 1);
    Set<Pair> pairs = Set.copyOf(before.added());

    List<Juror> all = jurors(4);
    SpreadPlan after = SpreadPlan.of(all, clips(40), new Standing(pairs, pairs), NONE, 1);

    assertThat(after.added()).hasSize(10);
    assertThat(after.loads().values()).containsOnly(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void holdsWhateverTheConflicts(long seed) {
    Random random = new Random(seed);
    List<Juror> jurors = jurors(2 + random.nextInt(15));
    List<Clip> clips = clips(random.nextInt(300));
    int wanted = 1 + random.nextInt(4);
    Set<Pair> barred = new HashSet<>();
    for (Juror juror : jurors) {
      for (Clip clip : clips) {
        if (random.nextInt(5) == 0) {
          barred.add(new Pair(juror.id(), clip.videoId()));
        }
      }
    }
    Conflicts conflicts = (juror, clip) -> barred.contains(new Pair(juror.id(), clip.videoId()));

    SpreadPlan plan = SpreadPlan.of(jurors, clips, NOTHING, conflicts, wanted);

    assertThat(plan.added()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(barred);
    Map<UUID, Integer> scores = scores(plan.added());
    Map<UUID, Integer> missing = new HashMap<>();
    plan.shortages().forEach(each -> missing.put(each.videoId(), each.missing()));
    for (Clip clip : clips) {
      UUID id = clip.videoId();
      long able =
          jurors.stream().filter(juror -> !barred.contains(new Pair(juror.id(), id))).count();
      assertThat(scores.getOrDefault(id, 0)).isEqualTo((int) Math.min(able, wanted));
      assertThat(missing.getOrDefault(id, 0)).isEqualTo((int) Math.max(0, wanted - able));
    }
    // The order in which the database finds them does not matter.
    List<Juror> otherJurors = new ArrayList<>(jurors);
    List<Clip> otherClips = new ArrayList<>(clips);
    Collections.shuffle(otherJurors, random);
    Collections.shuffle(otherClips, random);
    assertThat(SpreadPlan.of(otherJurors, otherClips, NOTHING, conflicts, wanted).added())
        .isEqualTo(plan.added());
    // Again, it adds nothing.
    Set<Pair> done = Set.copyOf(plan.added());
    assertThat(SpreadPlan.of(jurors, clips, new Standing(done, done), conflicts, wanted).added())
        .isEmpty();
  }

  @Test
  void jurorsMeetInManyPanelsAndSeeClipsInOrdersOfTheirOwn() {
    List<Juror> jurors = jurors(6);
    SpreadPlan plan = SpreadPlan.of(jurors, clips(300), NOTHING, NONE, 2);

    Map<UUID, Set<UUID>> panels = new HashMap<>();
    plan.added()
        .forEach(
            pair ->
                panels
                    .computeIfAbsent(pair.videoId(), clip -> new HashSet<>())
                    .add(pair.jurorId()));
    assertThat(new HashSet<>(panels.values())).hasSize(15);
    assertThat(queue(plan, jurors.get(0)))
        .isNotEqualTo(queue(plan, jurors.get(0)).stream().sorted().toList());
  }

  @Test
  void tenThousandClipsAndFiftyJurorsAreNoMatter() {
    List<Juror> jurors = jurors(50);
    List<Clip> clips = clips(10_000);

    SpreadPlan plan =
        Assertions.assertTimeout(
            Duration.ofSeconds(10),
            () ->
                SpreadPlan.of(
                    jurors,
                    clips,
                    NOTHING,
                    (juror, clip) -> juror.cityKey().equals(clip.cityKey()),
                    3));

    assertThat(plan.added()).hasSize(30_000);
    int least = Collections.min(plan.loads().values());
    assertThat(Collections.max(plan.loads().values()) - least).isLessThanOrEqualTo(2);
  }

  private static List<UUID> queue(SpreadPlan plan, Juror juror) {
    return plan.added().stream()
        .filter(pair -> pair.jurorId().equals(juror.id()))
        .map(Pair::videoId)
        .toList();
  }

  private static Map<UUID, Integer> scores(List<Pair> pairs) {
    Map<UUID, Integer> scores = new HashMap<>();
    pairs.forEach(pair -> scores.merge(pair.videoId(), 1, Integer::sum));
    return scores;
  }

  private static List<Juror> jurors(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Juror(new UUID(0x0190_0000_0000_7000L, i * 7919L), "city" + i % 10))
        .toList();
  }

  private static List<Clip> clips(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Clip(
                    new UUID(0x0191_0000_0000_7000L + ((long) i << 16), i * 104_729L),
                    new UUID(9, i),
                    "city" + i % 10))
        .toList();
  }
}
