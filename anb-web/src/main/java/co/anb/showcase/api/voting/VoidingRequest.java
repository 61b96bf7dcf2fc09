package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.Ids;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.voting.VoteKey;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Votes to void or to restore: either a list of them or a filter.
 *
 * @param reason for the audit; 1 to 500 characters
 * @param votes 1 to 500
 * @param filter must name a clip, a player, an account, a network, an address or an agent
 */
public record VoidingRequest(
    @JsonbProperty("reason")
        @Schema(
            required = true,
            maxLength = 500,
            example = "Cuarenta cuentas de una misma red en diez minutos.")
        String reason,
    @JsonbProperty("votes") @Schema(maxItems = 500) List<Voted> votes,
    @JsonbProperty("filter") VoteFilterParameters filter) {

  private static final int MAX_VOTES = 500;

  @JsonbCreator
  public VoidingRequest {}

  /** One account's vote for one clip. */
  public record Voted(
      @JsonbProperty("video_id") @Schema(format = "uuid") String videoId,
      @JsonbProperty("voter_id") @Schema(format = "uuid") String voterId) {

    @JsonbCreator
    public Voted {}
  }

  /**
   * The listed votes.
   *
   * @return empty if a filter is meant
   * @throws ProblemException INVALID_FIELD if there are both or none, too many, or ids that are
   *     none
   */
  List<VoteKey> keys() {
    boolean listed = votes != null && !votes.isEmpty();
    if (listed == (filter != null)) {
      throw refused("field_required");
    }
    if (!listed) {
      return List.of();
    }
    if (votes.size() > MAX_VOTES) {
      throw refused("field_too_long");
    }
    return votes.stream().map(VoidingRequest::key).toList();
  }

  private static VoteKey key(Voted vote) {
    if (vote == null) {
      throw refused("field_malformed");
    }
    return new VoteKey(
        Ids.find(vote.videoId()).orElseThrow(() -> refused("field_malformed")),
        Ids.find(vote.voterId()).orElseThrow(() -> refused("field_malformed")));
  }

  private static ProblemException refused(String code) {
    return ProblemException.fields(List.of(new FieldError("votes", code)));
  }
}
