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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
    @Schema(name = "from", implementation = String.class, format = "date-time") Instant from,
    @Schema(name = "to", implementation = String.class, format = "date-time") Instant to,
    @Schema(name = "young_account_minutes") int youngAccountMinutes,
    @Schema(name = "thresholds", type = SchemaType.ARRAY, implementation = ThresholdView.class)
        List<ThresholdView> thresholds,
    @Schema(name = "flags", type = SchemaType.ARRAY, implementation = FlagView.class)
        List<FlagView> flags) {

  /** So many votes within so many seconds are flagged. */
  public record ThresholdView(
      @Schema(name = "kind") String kind,
      @Schema(name = "votes") int votes,
      @Schema(name = "seconds") int seconds) {

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
              name = "kind",
              enumeration = {
                "network_burst",
                "young_accounts",
                "account_rate",
                "address_rate",
                "same_device"
              })
          String kind,
      @Schema(name = "network") String network,
      @Schema(name = "address") String address,
      @Schema(name = "agent") String agent,
      @Schema(name = "video_id", implementation = String.class, format = "uuid") UUID videoId,
      @Schema(name = "title") String title,
      @Schema(name = "player_id", implementation = String.class, format = "uuid") UUID playerId,
      @Schema(name = "player_name") String playerName,
      @Schema(name = "voter_id", implementation = String.class, format = "uuid") UUID voterId,
      @Schema(name = "voter_name") String voterName,
      @Schema(name = "peak") long peak,
      @Schema(name = "votes") long votes,
      @Schema(name = "counted") long counted,
      @Schema(name = "voters") long voters,
      @Schema(name = "videos") long videos,
      @Schema(name = "first_at", implementation = String.class, format = "date-time")
          Instant firstAt,
      @Schema(name = "last_at", implementation = String.class, format = "date-time") Instant lastAt,
      @Schema(name = "score") double score,
      @Schema(name = "votes_url") String votesUrl) {

    static FlagView of(FraudFlag flag, int youngAccountMinutes) {
      return new FlagView(
          flag.kind().code(),
          flag.network(),
          flag.address(),
          flag.agent(),
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
      switch (flag.kind()) {
        case NETWORK_BURST -> add(url, "player_id", flag.playerId());
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
