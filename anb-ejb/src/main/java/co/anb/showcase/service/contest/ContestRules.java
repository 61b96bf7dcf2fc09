package co.anb.showcase.service.contest;

import co.anb.showcase.domain.contest.ContestSettings;
import co.anb.showcase.domain.contest.Schedule;
import co.anb.showcase.domain.video.PublishMode;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What settings of a contest must be. */
public final class ContestRules {

  private static final int MAX_NAME = 120;
  private static final int MAX_WINNERS = 100;

  /** So many clips a player may be allowed at most; more is no limit. */
  static final int MAX_CLIPS = 1000;

  // Beyond these a year was mistyped; and the database's own limits are not far.
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final List<FieldError> errors = new ArrayList<>();

  private ContestRules() {}

  /**
   * Reads new settings.
   *
   * @throws ProblemException INVALID_FIELD, with all that is wrong
   */
  static ContestSettings settings(ContestChange change) {
    return new ContestRules().read(change);
  }

  /**
   * Reads a time that must be given and must lie ahead.
   *
   * @param zone of times without an offset
   * @throws ProblemException INVALID_FIELD
   */
  public static Instant ahead(String field, String time, String zone, Instant now) {
    var rules = new ContestRules();
    Instant read = rules.time(field, time, ZoneId.of(zone));
    if (rules.errors.isEmpty() && read == null) {
      rules.wrong(field, "field_required");
    } else if (read != null && !read.isAfter(now)) {
      rules.wrong(field, "time_past");
    }
    rules.refuse();
    return read;
  }

  private ContestSettings read(ContestChange change) {
    require("version", change.version());
    String name = text("name", change.name(), MAX_NAME);
    ZoneId zone = zone(change.timeZone());
    var schedule =
        new Schedule(
            time("submission_opens", change.submissionOpens(), zone),
            time("submission_closes", change.submissionCloses(), zone),
            time("voting_opens", change.votingOpens(), zone),
            time("voting_closes", change.votingCloses(), zone));
    checkOrder(schedule);
    PublishMode mode = mode(change.publishMode());
    require("self_vote", change.selfVote());
    checkWeights(change.publicWeight(), change.juryWeight());
    checkWinners(change.winnersPerCity());
    checkClips(change.clipsPerPlayer());
    boolean judgedFirst = Boolean.TRUE.equals(change.galleryAfterJudging());
    checkJudging(judgedFirst, schedule);
    refuse();
    return new ContestSettings(
        name,
        zone.getId(),
        schedule,
        mode,
        change.selfVote(),
        !Boolean.FALSE.equals(change.acceptQuicktime()),
        change.publicWeight(),
        change.juryWeight(),
        change.winnersPerCity(),
        change.clipsPerPlayer(),
        judgedFirst);
  }

  private String text(String field, String value, int most) {
    if (value == null || value.isBlank()) {
      wrong(field, "field_required");
      return null;
    }
    String text = value.strip();
    if (text.length() > most) {
      wrong(field, "field_too_long");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      wrong(field, "field_malformed");
    }
    return text;
  }

  private ZoneId zone(String value) {
    if (value == null || value.isBlank()) {
      wrong("time_zone", "field_required");
    } else if (ZONES.contains(value.strip())) {
      return ZoneId.of(value.strip());
    } else {
      wrong("time_zone", "time_zone_unknown");
    }
    return ZoneId.of("UTC");
  }

  private Instant time(String field, String value, ZoneId zone) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      var read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              value.strip(), OffsetDateTime::from, LocalDateTime::from);
      Instant time =
          read instanceof OffsetDateTime exact
              ? exact.toInstant()
              : ((LocalDateTime) read).atZone(zone).toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time.truncatedTo(ChronoUnit.MICROS);
      }
      wrong(field, "time_malformed");
    } catch (DateTimeException e) {
      wrong(field, "time_malformed");
    }
    return null;
  }

  private void checkOrder(Schedule schedule) {
    if (before(schedule.votingOpens(), schedule.submissionOpens())) {
      wrong("voting_opens", "time_order");
    }
    if (notAfter(schedule.submissionCloses(), schedule.submissionOpens())) {
      wrong("submission_closes", "time_order");
    }
    if (notAfter(schedule.votingCloses(), schedule.votingOpens())
        || notAfter(schedule.votingCloses(), schedule.submissionOpens())
        || before(schedule.votingCloses(), schedule.submissionCloses())) {
      wrong("voting_closes", "time_order");
    }
  }

  private static boolean notAfter(Instant end, Instant start) {
    return end != null && start != null && !end.isAfter(start);
  }

  private static boolean before(Instant later, Instant earlier) {
    return later != null && earlier != null && later.isBefore(earlier);
  }

  private PublishMode mode(String value) {
    require("publish_mode", value);
    if (value != null) {
      try {
        return PublishMode.parse(value);
      } catch (IllegalArgumentException e) {
        wrong("publish_mode", "publish_mode_unknown");
      }
    }
    return null;
  }

  private void checkWeights(BigDecimal publicWeight, BigDecimal juryWeight) {
    boolean publicUsable = weight("public_weight", publicWeight);
    boolean juryUsable = weight("jury_weight", juryWeight);
    if (publicUsable && juryUsable && publicWeight.add(juryWeight).compareTo(BigDecimal.ONE) != 0) {
      wrong("jury_weight", "weights_sum");
    }
  }

  private boolean weight(String field, BigDecimal value) {
    require(field, value);
    if (value == null) {
      return false;
    }
    // The scale first: a number such as 1e-999999999 must not be compared digit by digit.
    boolean usable =
        value.precision() <= 20
            && Math.abs((long) value.scale()) <= 20
            && value.signum() >= 0
            && value.compareTo(BigDecimal.ONE) <= 0
            && value.stripTrailingZeros().scale() <= ContestSettings.WEIGHT_SCALE;
    if (!usable) {
      wrong(field, "weight_range");
    }
    return usable;
  }

  private void checkWinners(Integer winners) {
    require("winners_per_city", winners);
    if (winners != null && (winners < 1 || winners > MAX_WINNERS)) {
      wrong("winners_per_city", "winners_range");
    }
  }

  private void checkClips(Integer clips) {
    if (clips != null && (clips < 1 || clips > MAX_CLIPS)) {
      wrong("clips_per_player", "clips_range");
    }
  }

  /** Without the gallery nobody can vote: the jury needs a time of its own before the voting. */
  private void checkJudging(boolean judgedFirst, Schedule schedule) {
    boolean between =
        schedule.submissionCloses() != null
            && schedule.votingOpens() != null
            && schedule.submissionCloses().isBefore(schedule.votingOpens());
    if (judgedFirst && errors.isEmpty() && !between) {
      wrong("gallery_after_judging", "judging_time");
    }
  }

  private void require(String field, Object value) {
    if (value == null) {
      wrong(field, "field_required");
    }
  }

  private void wrong(String field, String code) {
    errors.add(new FieldError(field, code));
  }

  private void refuse() {
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }
}
