package co.anb.showcase.domain.jury;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a clip is judged by.
 *
 * @param criteria in their order
 */
public record Rubric(List<Criterion> criteria) {

  private static final double DECIMALS = 1e4;

  /** Puts the criteria in their order. */
  public Rubric {
    criteria = criteria.stream().sorted(Comparator.comparingInt(Criterion::position)).toList();
  }

  /** The criterion of that code. */
  public Optional<Criterion> find(String code) {
    return criteria.stream().filter(criterion -> criterion.code().equals(code)).findFirst();
  }

  /** The criteria that still have no value, in order. */
  public List<Criterion> missing(Map<UUID, Double> scores) {
    return criteria.stream().filter(criterion -> !scores.containsKey(criterion.id())).toList();
  }

  /**
   * The weighted mean of the criteria from 0 to 100, each first brought to that scale; to four
   * decimals.
   *
   * @throws IllegalArgumentException if a criterion has no value
   */
  public double total(Map<UUID, Double> scores) {
    if (criteria.isEmpty() || !missing(scores).isEmpty()) {
      throw new IllegalArgumentException("Not every criterion has a value");
    }
    double sum = 0;
    double weights = 0;
    for (Criterion criterion : criteria) {
      sum += criterion.weight() * criterion.percent(scores.get(criterion.id()));
      weights += criterion.weight();
    }
    return Math.rint(sum / weights * DECIMALS) / DECIMALS;
  }
}
