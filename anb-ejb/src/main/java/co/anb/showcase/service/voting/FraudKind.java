package co.anb.showcase.service.voting;

import java.util.List;
import java.util.Locale;

/**
 * What looks like fraud. Each kind counts votes that have something in common within a sliding span
 * of time; its thresholds are settings ({@code anb.fraud.network-burst.votes}, {@code .seconds}).
 */
public enum FraudKind {
  /** Many accounts vote for one player from one network within minutes. */
  NETWORK_BURST(20, 600, true),
  /** The same within an hour. */
  NETWORK_HOUR(40, 3_600, true),
  /** The same within a day. */
  NETWORK_DAY(80, 86_400, true),
  /** A large share of a player's votes comes from one network, within the whole contest. */
  NETWORK_SHARE(20, 2_678_400, true),
  /** Accounts that were made one after the other in one network vote for one player. */
  SIGNUP_SEQUENCE(8, 60, true),
  /** Accounts that vote for nobody else vote for one player from one network. */
  SINGLE_VOTES(25, 2_678_400, true),
  /** Accounts with addresses of one uncommon mail domain vote for one player. */
  MAIL_DOMAIN(15, 2_678_400, true),
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
      case NETWORK_BURST, NETWORK_HOUR, NETWORK_DAY, NETWORK_SHARE, SINGLE_VOTES ->
          List.of("network_hash", "owner_id");
      case SIGNUP_SEQUENCE -> List.of("signup_hash", "owner_id");
      case MAIL_DOMAIN -> List.of("mail_domain", "owner_id");
      case YOUNG_ACCOUNTS -> List.of("video_id");
      case ACCOUNT_RATE -> List.of("voter_id");
      case ADDRESS_RATE -> List.of("address_hash");
      case SAME_DEVICE -> List.of("network_hash", "agent_hash");
    };
  }

  /** Whether accounts matter, and not their votes alone. */
  boolean needsAccount() {
    return this == SIGNUP_SEQUENCE || this == MAIL_DOMAIN || this == YOUNG_ACCOUNTS;
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
