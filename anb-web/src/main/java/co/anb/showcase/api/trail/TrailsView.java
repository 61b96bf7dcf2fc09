package co.anb.showcase.api.trail;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.trail.TrailFinding;
import co.anb.showcase.service.trail.TrailReport;
import co.anb.showcase.service.trail.VoteDifference;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the trails look like.
 *
 * @param intact whether nothing is wrong with trails and votes
 */
public record TrailsView(boolean intact, List<Trail> trails, Votes votes) {

  /**
   * One trail.
   *
   * @param trail audit or votes
   * @param entries how many are sealed
   * @param unsealed how many came after the last seal
   * @param erased how many have lost the link to a person whose account was deleted
   * @param found how much is wrong
   * @param findings the first of it, 100 at most
   * @param lastSeal note it elsewhere: it tells later whether the trail was cut off behind it
   */
  @JsonbNillable
  public record Trail(
      String trail,
      long seals,
      long entries,
      long unsealed,
      long erased,
      long found,
      List<Finding> findings,
      Instant lastSealedAt,
      String lastSeal) {

    static Trail of(TrailReport report) {
      return new Trail(
          report.trail().name().toLowerCase(Locale.ROOT),
          report.seals(),
          report.entries(),
          report.unsealed(),
          report.erased(),
          report.found(),
          report.findings().stream().map(Finding::of).toList(),
          Times.shown(report.lastSealedAt()),
          report.lastSeal());
    }
  }

  /**
   * Something that is not as it was sealed.
   *
   * @param kind entry_changed, entry_missing, entry_inserted, seal_changed or seal_missing
   * @param key of the entry, or the number of the seal
   */
  public record Finding(String kind, long key) {

    static Finding of(TrailFinding finding) {
      return new Finding(finding.kind().name().toLowerCase(Locale.ROOT), finding.key());
    }
  }

  /**
   * Where votes and their trail differ.
   *
   * @param votes how many there are, the voided ones included
   * @param missing votes that were cast by the trail, and are not there
   * @param unexplained votes that are there, and were never cast or were taken back by the trail
   * @param voidedOtherwise votes that count and are voided by the trail, or the other way round
   */
  public record Votes(long votes, long missing, long unexplained, long voidedOtherwise) {}

  static TrailsView of(List<TrailReport> trails, VoteDifference votes) {
    return new TrailsView(
        !votes.exists() && trails.stream().allMatch(report -> report.found() == 0),
        trails.stream().map(Trail::of).toList(),
        new Votes(votes.votes(), votes.missing(), votes.unexplained(), votes.voidedOtherwise()));
  }
}
