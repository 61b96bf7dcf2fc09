package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Query;
import co.anb.showcase.service.voting.VoteFilter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which votes are meant, as a client writes it; what is left out does not matter.
 *
 * @param network the first eight bytes of the keyed hash, in hex; likewise address and agent
 * @param accountAgeMinutes only votes of accounts that were younger
 * @param signupNetwork only votes of accounts made there; in hex as network
 * @param mailDomain only votes of accounts with an e-mail address of this domain
 * @param from votes cast then or later
 * @param to votes cast before
 */
public record VoteFilterParameters(
    @JsonbProperty("video_id") @Schema(format = "uuid") String videoId,
    @JsonbProperty("player_id") @Schema(format = "uuid") String playerId,
    @JsonbProperty("voter_id") @Schema(format = "uuid") String voterId,
    @JsonbProperty("network") String network,
    @JsonbProperty("address") String address,
    @JsonbProperty("agent") String agent,
    @JsonbProperty("account_age_minutes") Integer accountAgeMinutes,
    @JsonbProperty("signup_network") String signupNetwork,
    @JsonbProperty("mail_domain") String mailDomain,
    @JsonbProperty("from") @Schema(format = "date-time") String from,
    @JsonbProperty("to") @Schema(format = "date-time") String to) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");
  private static final int MAX_AGE_MINUTES = 525_600;

  @JsonbCreator
  public VoteFilterParameters {}

  /**
   * The filter.
   *
   * @throws co.anb.showcase.service.problem.ProblemException INVALID_PARAMETER
   */
  VoteFilter toFilter() {
    if (accountAgeMinutes != null
        && (accountAgeMinutes < 1 || accountAgeMinutes > MAX_AGE_MINUTES)) {
      throw Query.invalid(null);
    }
    return new VoteFilter(
        Query.id(videoId),
        Query.id(playerId),
        Query.id(voterId),
        hash(network),
        hash(address),
        hash(agent),
        accountAgeMinutes,
        hash(signupNetwork),
        domain(mailDomain),
        Query.instant(from, null),
        Query.instant(to, null));
  }

  private static String domain(String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] hash(String hex) {
    if (hex == null || hex.isBlank()) {
      return null;
    }
    if (!HASH.matcher(hex).matches()) {
      throw Query.invalid(null);
    }
    return HexFormat.of().parseHex(hex);
  }
}
