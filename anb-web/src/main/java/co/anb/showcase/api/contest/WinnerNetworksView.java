package co.anb.showcase.api.contest;

import co.anb.showcase.service.result.WinnerNetworks;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the votes of a player come from who would win if the contest were closed now.
 *
 * @param username null if nobody has voted for the player
 * @param votes that count
 * @param networks from how many networks they were cast
 * @param largestThreePercent the share of the three largest networks, whole percent
 */
@JsonbNillable
public record WinnerNetworksView(
    UUID playerId,
    @Schema(nullable = true) String username,
    String city,
    long votes,
    long networks,
    int largestThreePercent) {

  static WinnerNetworksView of(WinnerNetworks winner) {
    return new WinnerNetworksView(
        winner.playerId(),
        winner.username(),
        winner.city(),
        winner.votes(),
        winner.networks(),
        winner.percent());
  }
}
