package co.anb.showcase.domain.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One thing that jurors look at, with its scale and its weight in the total. */
@Entity
@Table(name = "jury_criterion")
public class Criterion {

  // A step such as 0.1 has no exact binary form.
  private static final double TOLERANCE = 1e-9;

  @Id private UUID id;
  private String code;

  @Column(name = "name_es")
  private String nameEs;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "description_es")
  private String descriptionEs;

  @Column(name = "description_en")
  private String descriptionEn;

  private double weight;

  @Column(name = "min_value")
  private double min;

  @Column(name = "max_value")
  private double max;

  private double step;
  private int position;

  /** For JPA. */
  protected Criterion() {}

  /** A criterion with nothing but its stable code, such as {@code shooting}. */
  public Criterion(UUID id, String code) {
    this.id = id;
    this.code = code;
  }

  /** Names the criterion in both languages; a description may be empty. */
  public void describe(String spanish, String english, String aboutSpanish, String aboutEnglish) {
    nameEs = spanish;
    nameEn = english;
    descriptionEs = aboutSpanish;
    descriptionEn = aboutEnglish;
  }

  /**
   * Sets how it is measured.
   *
   * @param weight above 0; only its share of all weights matters
   * @param step values allowed are {@code min}, {@code min + step}, … up to {@code max}
   * @throws IllegalArgumentException if the scale is invalid
   */
  public void measure(double weight, double min, double max, double step) {
    if (!(weight > 0 && min < max && step > 0)) {
      throw new IllegalArgumentException("No scale: " + weight + ", " + min + " to " + max);
    }
    this.weight = weight;
    this.min = min;
    this.max = max;
    this.step = step;
  }

  /** Puts it at a place of the rubric, from 1. */
  public void place(int at) {
    position = at;
  }

  /** Whether the value lies on the scale, between its ends and on a step. */
  public boolean allows(double value) {
    double steps = (value - min) / step;
    return value >= min && value <= max && Math.abs(steps - Math.rint(steps)) < TOLERANCE;
  }

  /** The value's position on the scale, from 0 to 100. */
  public double percent(double value) {
    return (value - min) / (max - min) * 100;
  }

  public UUID id() {
    return id;
  }

  /** Stable, such as {@code shooting}. */
  public String code() {
    return code;
  }

  public String nameEs() {
    return nameEs;
  }

  public String nameEn() {
    return nameEn;
  }

  public String descriptionEs() {
    return descriptionEs;
  }

  public String descriptionEn() {
    return descriptionEn;
  }

  public double weight() {
    return weight;
  }

  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  public double step() {
    return step;
  }

  public int position() {
    return position;
  }
}
