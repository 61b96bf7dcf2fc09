package co.anb.showcase.service.jury;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes strict and lenient jurors comparable. A mark is read as "so many of this juror's deviations
 * above this juror's mean" (its z-score) and said again in the mean and deviation of all marks. A
 * clip's score is the mean of its marks so said.
 *
 * <p>A juror's own mean and variance are not known well from few marks, so they are drawn towards
 * those of all marks, as if the juror had given {@value #PRIOR} more marks that were like
 * everybody's: a weighted mean, as in empirical Bayes (B. Efron, C. Morris, "Data analysis using
 * Stein's estimator and its generalizations", Journal of the American Statistical Association 70,
 * 1975, 311–319; for z-scores: ISO 13528, section 9). A juror with one mark is so hardly corrected,
 * one who always gives the same mark does not divide by zero, and where there is one juror only
 * nothing changes.
 *
 * <p>The result depends on the sheets alone and not on their order: all sums run by clip and juror,
 * in plain {@code double} arithmetic, and scores are rounded to four decimals.
 */
public final class Normalisation {

  /** How many marks like everybody's are added to those of each juror. */
  static final int PRIOR = 3;

  private static final double LOWEST = 0;
  private static final double HIGHEST = 100;
  private static final double DECIMALS = 1e4;

  // As the ids' text; UUID's own order has negative numbers.
  private static final Comparator<UUID> BY_TEXT =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  private Normalisation() {}

  /**
   * The clips' scores, by clip in the order of their ids.
   *
   * @param sheets at most one of a juror for a clip
   */
  public static Map<UUID, ClipScore> scores(Collection<SubmittedSheet> sheets) {
    List<SubmittedSheet> sorted = new ArrayList<>(sheets);
    sorted.sort(
        Comparator.comparing(SubmittedSheet::videoId, BY_TEXT)
            .thenComparing(SubmittedSheet::jurorId, BY_TEXT));
    Marks all = Marks.of(sorted);
    Map<UUID, Marks> jurors = new HashMap<>();
    byJuror(sorted).forEach((juror, given) -> jurors.put(juror, Marks.of(given).drawnTowards(all)));

    Map<UUID, ClipScore> scores = new LinkedHashMap<>();
    int start = 0;
    while (start < sorted.size()) {
      UUID clip = sorted.get(start).videoId();
      double sum = 0;
      int end = start;
      while (end < sorted.size() && sorted.get(end).videoId().equals(clip)) {
        SubmittedSheet sheet = sorted.get(end);
        sum += jurors.get(sheet.jurorId()).translate(sheet.total(), all);
        end++;
      }
      int count = end - start;
      scores.put(clip, new ClipScore(clip, Math.rint(sum / count * DECIMALS) / DECIMALS, count));
      start = end;
    }
    return scores;
  }

  private static Map<UUID, List<SubmittedSheet>> byJuror(List<SubmittedSheet> sheets) {
    Map<UUID, List<SubmittedSheet>> given = new HashMap<>();
    for (SubmittedSheet sheet : sheets) {
      given.computeIfAbsent(sheet.jurorId(), juror -> new ArrayList<>()).add(sheet);
    }
    return given;
  }

  /** How marks lie. */
  private record Marks(int count, double mean, double variance) {

    static Marks of(List<SubmittedSheet> sheets) {
      double sum = 0;
      for (SubmittedSheet sheet : sheets) {
        sum += sheet.total();
      }
      double mean = sum / sheets.size();
      double squares = 0;
      for (SubmittedSheet sheet : sheets) {
        squares += (sheet.total() - mean) * (sheet.total() - mean);
      }
      return new Marks(sheets.size(), mean, squares / sheets.size());
    }

    Marks drawnTowards(Marks all) {
      return new Marks(
          count,
          (count * mean + PRIOR * all.mean) / (count + PRIOR),
          (count * variance + PRIOR * all.variance) / (count + PRIOR));
    }

    double translate(double mark, Marks all) {
      if (all.variance == 0) {
        // Everybody gave the same mark.
        return mark;
      }
      double deviations = (mark - mean) / Math.sqrt(variance);
      double translated = all.mean + deviations * Math.sqrt(all.variance);
      return Math.max(LOWEST, Math.min(HIGHEST, translated));
    }
  }
}
