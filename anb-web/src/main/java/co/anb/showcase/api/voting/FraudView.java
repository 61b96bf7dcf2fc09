package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.voting.FraudFlag;
import co.anb.showcase.service.voting.FraudThreshold;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Votes that look like fraud, and from when on they do.
 *
 * @param from votes cast then or later were looked at
 * @param to and before then
 * @param youngAccountMinutes accounts that are younger are young
 * @param flags the highest score first
 */
public record FraudView(
    Instant from,
    Instant to,
    int youngAccountMinutes,
    List<ThresholdView> thresholds,
    List<FlagView> flags) {

  /** So many votes within so many seconds are flagged. */
  public record ThresholdView(String kind, int votes, int seconds) {

    static ThresholdView of(FraudThreshold threshold) {
      return new ThresholdView(threshold.kind().code(), threshold.votes(), threshold.seconds());
    }
  }

  /**
   * One suspicion. What its votes have not in common is null.
   *
   * @param peak most votes within the threshold's time
   * @param votes votes cast, those taken back included
   * @param counted how many of them still count
   * @param score peak by threshold
   * @param votesUrl lists the votes
   */
  @JsonbNillable
  public record FlagView(
      @Schema(
              enumeration = {
                "network_burst",
                "network_hour",
                "network_day",
                "network_share",
                "signup_sequence",
                "single_votes",
                "mail_domain",
                "young_accounts",
                "account_rate",
                "address_rate",
                "same_device"
              })
          String kind,
      String network,
      String address,
      String agent,
      String signupNetwork,
      String mailDomain,
      UUID videoId,
      String title,
      UUID playerId,
      String playerName,
      UUID voterId,
      String voterName,
      long peak,
      long votes,
      long counted,
      long voters,
      long videos,
      Instant firstAt,
      Instant lastAt,
      double score,
      String votesUrl) {

    static FlagView of(FraudFlag flag, int youngAccountMinutes) {
      return new FlagView(
          flag.kind().code(),
          flag.network(),
          flag.address(),
          flag.agent(),
          flag.signupNetwork(),
          flag.mailDomain(),
          flag.videoId(),
          flag.title(),
          flag.playerId(),
          flag.playerName(),
          flag.voterId(),
          flag.voterName(),
          flag.peak(),
          flag.votes(),
          flag.counted(),
          flag.voters(),
          flag.videos(),
          Times.shown(flag.firstAt()),
          Times.shown(flag.lastAt()),
          flag.score(),
          votesUrl(flag, youngAccountMinutes));
    }

    private static String votesUrl(FraudFlag flag, int youngAccountMinutes) {
      UriBuilder url = UriBuilder.fromPath("/api/admin/votes");
      add(url, "network", flag.network());
      add(url, "address", flag.address());
      add(url, "agent", flag.agent());
      add(url, "signup_network", flag.signupNetwork());
      add(url, "mail_domain", flag.mailDomain());
      switch (flag.kind()) {
        case NETWORK_BURST,
            NETWORK_HOUR,
            NETWORK_DAY,
            NETWORK_SHARE,
            SIGNUP_SEQUENCE,
            SINGLE_VOTES,
            MAIL_DOMAIN ->
            add(url, "player_id", flag.playerId());
        case YOUNG_ACCOUNTS -> {
          add(url, "video_id", flag.videoId());
          add(url, "account_age_minutes", youngAccountMinutes);
        }
        case ACCOUNT_RATE -> add(url, "voter_id", flag.voterId());
        case ADDRESS_RATE, SAME_DEVICE -> {
          // Their hashes say it all.
        }
      }
      add(url, "from", flag.firstAt().truncatedTo(ChronoUnit.MILLIS));
      // The end is not included.
      add(url, "to", flag.lastAt().truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
      return url.build().toString();
    }

    private static void add(UriBuilder url, String name, Object value) {
      if (value != null) {
        url.queryParam(name, value.toString());
      }
    }
  }

  static FraudView of(
      Instant from,
      Instant to,
      int youngAccountMinutes,
      List<FraudThreshold> thresholds,
      List<FraudFlag> flags) {
    return new FraudView(
        Times.shown(from),
        Times.shown(to),
        youngAccountMinutes,
        thresholds.stream().map(ThresholdView::of).toList(),
        flags.stream().map(flag -> FlagView.of(flag, youngAccountMinutes)).toList());
  }
}
