package co.anb.showcase.domain.contest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A snapshot of the result: what it was computed from and what came out. It never changes. */
@Entity
@Table(name = "contest_result")
public class ContestResult {

  @Id private UUID id;

  @Column(name = "taken_at", updatable = false)
  private Instant takenAt;

  @Column(name = "taken_by", updatable = false)
  private UUID takenBy;

  @Column(updatable = false)
  private String inputs;

  @Column(name = "inputs_digest", updatable = false)
  private String inputsDigest;

  @Column(updatable = false)
  private String outcome;

  @Column(name = "outcome_digest", updatable = false)
  private String outcomeDigest;

  /** For JPA. */
  protected ContestResult() {}

  /**
   * A snapshot.
   *
   * @param inputs canonical JSON
   * @param inputsDigest SHA-256, hexadecimal
   * @param outcome canonical JSON
   * @param outcomeDigest SHA-256, hexadecimal
   */
  public ContestResult(
      UUID id,
      Instant takenAt,
      UUID takenBy,
      String inputs,
      String inputsDigest,
      String outcome,
      String outcomeDigest) {
    this.id = id;
    this.takenAt = takenAt;
    this.takenBy = takenBy;
    this.inputs = inputs;
    this.inputsDigest = inputsDigest;
    this.outcome = outcome;
    this.outcomeDigest = outcomeDigest;
  }

  public UUID id() {
    return id;
  }

  public Instant takenAt() {
    return takenAt;
  }

  public UUID takenBy() {
    return takenBy;
  }

  public String inputs() {
    return inputs;
  }

  public String inputsDigest() {
    return inputsDigest;
  }

  public String outcome() {
    return outcome;
  }

  public String outcomeDigest() {
    return outcomeDigest;
  }
}
