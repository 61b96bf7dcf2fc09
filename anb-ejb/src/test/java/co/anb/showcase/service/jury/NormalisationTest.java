package co.anb.showcase.service.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {

  private static final UUID STRICT = new UUID(1, 1);
  private static final UUID LENIENT = new UUID(1, 2);

  @Test
  void withoutSheetsThereAreNoScores() {
    assertThat(Normalisation.scores(List.of())).isEmpty();
  }

  @Test
  void aJurorAloneIsTakenAtHisWord() {
    List<SubmittedSheet> sheets =
        List.of(sheet(1, STRICT, 40), sheet(2, STRICT, 71.5), sheet(3, STRICT, 98.7654));

    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);

    assertThat(scores.get(clip(1))).isEqualTo(new ClipScore(clip(1), 40, 1));
    assertThat(scores.get(clip(2)).score()).isEqualTo(71.5);
    assertThat(scores.get(clip(3)).score()).isEqualTo(98.7654);
  }

  @Test
  void equalMarksOfAllStayAsTheyAre() {
    List<SubmittedSheet> sheets =
        List.of(sheet(1, STRICT, 70), sheet(1, LENIENT, 70), sheet(2, LENIENT, 70));

    assertThat(Normalisation.scores(sheets))
        .containsEntry(clip(1), new ClipScore(clip(1), 70, 2))
        .containsEntry(clip(2), new ClipScore(clip(2), 70, 1));
  }

  /**
   * Two jurors, two clips. Marks 40, 60 and 60, 80: mean 60, variance 200. The strict juror has
   * mean 50 and variance 100; drawn towards all: mean (2·50 + 3·60)/5 = 56, variance (2·100 +
   * 3·200)/5 = 160. So 40 becomes 60 + (40 − 56)·√(200/160) = 60 − 16·1.118034 = 42.1115.
   */
  @Test
  void agreesWithWhatIsWorkedOutByHand() {
    List<SubmittedSheet> sheets =
        List.of(
            sheet(1, STRICT, 40),
            sheet(2, STRICT, 60),
            sheet(3, LENIENT, 60),
            sheet(4, LENIENT, 80));

    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);

    assertThat(scores.get(clip(1)).score()).isEqualTo(42.1115);
    assertThat(scores.get(clip(2)).score()).isEqualTo(64.4721);
    assertThat(scores.get(clip(3)).score()).isEqualTo(55.5279);
    assertThat(scores.get(clip(4)).score()).isEqualTo(77.8885);
  }

  @Test
  void aJurorWhoAlwaysGivesTheSameMarkSaysLittle() {
    List<SubmittedSheet> sheets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sheets.add(sheet(i, STRICT, 30 + i));
      sheets.add(sheet(i, LENIENT, 100));
    }

    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);

    assertThat(scores.values())
        .allSatisfy(score -> assertThat(score.score()).isFinite().isBetween(0.0, 100.0));
    for (int i = 1; i < 20; i++) {
      assertThat(scores.get(clip(i)).score()).isGreaterThan(scores.get(clip(i - 1)).score());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfTheSheetsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<SubmittedSheet> sheets = panel(random, 60, 7, 3, Map.of());
    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);

    Collections.shuffle(sheets, random);

    assertThat(Normalisation.scores(sheets)).isEqualTo(scores);
    assertThat(new ArrayList<>(Normalisation.scores(sheets).keySet()))
        .isEqualTo(new ArrayList<>(scores.keySet()));
  }

  /** A third of the marks of a hard judge, or ten points off, change few pairs of clips. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void aJurorWhoBecomesStricterHardlyChangesTheOrder(long seed) {
    UUID juror = new UUID(2, 0);
    List<SubmittedSheet> fair = panel(new Random(seed), 150, 8, 3, Map.of());
    for (DoubleUnaryOperator mood :
        List.<DoubleUnaryOperator>of(
            mark -> mark - 10, mark -> mark / 3, mark -> 50 + (mark - 50) / 2)) {
      List<SubmittedSheet> moody = panel(new Random(seed), 150, 8, 3, Map.of(juror, mood));

      double normalised = swapped(normalised(fair), normalised(moody));
      double raw = swapped(means(fair), means(moody));

      assertThat(normalised).isLessThan(0.03);
      assertThat(normalised).isLessThan(raw);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void scoresStayOnTheScaleAndNearTheMeanOfAllMarks(long seed) {
    Random random = new Random(seed);
    List<SubmittedSheet> sheets = new ArrayList<>();
    for (int clip = 0; clip < 200; clip++) {
      for (int juror = 0; juror < 3; juror++) {
        double mark = random.nextBoolean() ? random.nextDouble() * 5 : 95 + random.nextDouble() * 5;
        sheets.add(sheet(clip, new UUID(2, juror), mark));
      }
    }
    Map<UUID, ClipScore> scores = Normalisation.scores(sheets);

    double mean = sheets.stream().mapToDouble(SubmittedSheet::total).average().orElseThrow();
    assertThat(scores.values())
        .allSatisfy(score -> assertThat(score.score()).isBetween(0.0, 100.0));
    assertThat(scores.values().stream().mapToDouble(ClipScore::score).average().orElseThrow())
        .isCloseTo(mean, within(1.0));
  }

  /** Clips have a true worth; jurors see it with some noise, and with their own moods. */
  private static List<SubmittedSheet> panel(
      Random random, int clips, int jurors, int perClip, Map<UUID, DoubleUnaryOperator> moods) {
    List<SubmittedSheet> sheets = new ArrayList<>();
    for (int clip = 0; clip < clips; clip++) {
      double worth = 55 + random.nextGaussian() * 15;
      List<Integer> panel = new ArrayList<>();
      for (int juror = 0; juror < jurors; juror++) {
        panel.add(juror);
      }
      Collections.shuffle(panel, random);
      for (int juror : panel.subList(0, perClip)) {
        UUID id = new UUID(2, juror);
        double mark = worth + random.nextGaussian() * 3;
        double given = moods.getOrDefault(id, DoubleUnaryOperator.identity()).applyAsDouble(mark);
        sheets.add(sheet(clip, id, Math.max(0, Math.min(100, given))));
      }
    }
    return sheets;
  }

  private static Map<UUID, Double> normalised(List<SubmittedSheet> sheets) {
    Map<UUID, Double> scores = new HashMap<>();
    Normalisation.scores(sheets).forEach((clip, score) -> scores.put(clip, score.score()));
    return scores;
  }

  private static Map<UUID, Double> means(List<SubmittedSheet> sheets) {
    Map<UUID, Double> sums = new HashMap<>();
    sheets.forEach(sheet -> sums.merge(sheet.videoId(), sheet.total(), Double::sum));
    return sums;
  }

  /** The share of pairs that stand the other way round. */
  private static double swapped(Map<UUID, Double> before, Map<UUID, Double> after) {
    List<UUID> clips = new ArrayList<>(before.keySet());
    int pairs = 0;
    int swapped = 0;
    for (int i = 0; i < clips.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs++;
        double then = before.get(clips.get(i)) - before.get(clips.get(j));
        double now = after.get(clips.get(i)) - after.get(clips.get(j));
        if (then * now < 0) {
          swapped++;
        }
      }
    }
    return (double) swapped / pairs;
  }

  private static SubmittedSheet sheet(int clip, UUID juror, double total) {
    return new SubmittedSheet(clip(clip), juror, total);
  }

  private static UUID clip(int number) {
    return new UUID(0, number);
  }
}
