package co.anb.showcase.api.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.jury.ScoredClip;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The jury's score of a clip as it stands now.
 *
 * @param username the player's first and last name
 * @param sheets how many count
 * @param rawMean the plain mean of their totals, from 0 to 100
 * @param score the normalised one, from 0 to 100
 */
public record JuryScoreView(
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID videoId,
    @Schema(example = "Tiros libres") String title,
    @Schema(example = "01a2b3c4-d5e6-7f80-91a2-b3c4d5e6f708") UUID playerId,
    @Schema(example = "Camila Rojas") String username,
    @Schema(example = "Cali") String city,
    @Schema(example = "2") int sheets,
    @Schema(example = "70.8333") double rawMean,
    @Schema(example = "73.1204") double score) {

  private static final double DECIMALS = 1e4;

  static JuryScoreView of(ScoredClip clip) {
    Account player = clip.video().owner();
    return new JuryScoreView(
        clip.video().id(),
        clip.video().title(),
        player.id(),
        player.displayName(),
        player.city(),
        clip.score().sheets(),
        Math.rint(clip.rawMean() * DECIMALS) / DECIMALS,
        clip.score().score());
  }
}
