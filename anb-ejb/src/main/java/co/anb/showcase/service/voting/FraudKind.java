package co.anb.showcase.service.voting;

import java.util.List;
import java.util.Locale;

/**
 * What looks like fraud. Each kind counts votes that have something in common within a sliding span
 * of time; its thresholds are settings ({@code anb.fraud.network-burst.votes}, {@code .seconds}).
 */
public enum FraudKind {
  /** Many accounts vote for one player from one network. */
  NETWORK_BURST(20, 600, true),
  /** Many accounts vote for one clip soon after they were made. */
  YOUNG_ACCOUNTS(10, 86_400, true),
  /** One account votes faster than people do. */
  ACCOUNT_RATE(15, 60, false),
  /** Votes come from one address faster than people vote. */
  ADDRESS_RATE(30, 60, false),
  /** Many accounts vote with the same program from one network. */
  SAME_DEVICE(15, 3_600, true);

  private final int votes;
  private final int seconds;
  private final boolean manyVoters;

  FraudKind(int votes, int seconds, boolean manyVoters) {
    this.votes = votes;
    this.seconds = seconds;
    this.manyVoters = manyVoters;
  }

  /** What the votes have in common: columns of the report's query. */
  List<String> key() {
    return switch (this) {
      case NETWORK_BURST -> List.of("network_hash", "owner_id");
      case YOUNG_ACCOUNTS -> List.of("video_id");
      case ACCOUNT_RATE -> List.of("voter_id");
      case ADDRESS_RATE -> List.of("address_hash");
      case SAME_DEVICE -> List.of("network_hash", "agent_hash");
    };
  }

  /** The stable name, such as {@code network_burst}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String setting() {
    return "anb.fraud." + code().replace('_', '-');
  }

  int defaultVotes() {
    return votes;
  }

  int defaultSeconds() {
    return seconds;
  }

  /** Whether as many accounts as votes are wanted; one account that repeats itself is not meant. */
  boolean manyVoters() {
    return manyVoters;
  }
}
