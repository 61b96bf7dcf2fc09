package co.anb.showcase.service.contest;

import co.anb.showcase.domain.contest.ContestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Settings as the audit trail keeps them. */
public final class SettingsJson {

  private SettingsJson() {}

  /** {@code {"before": …, "after": …}}, each with the members that differ. */
  public static JsonObject difference(ContestSettings before, ContestSettings after) {
    JsonObject old = of(before);
    JsonObject wanted = of(after);
    JsonObjectBuilder was = Json.createObjectBuilder();
    JsonObjectBuilder is = Json.createObjectBuilder();
    for (String member : old.keySet()) {
      if (!old.get(member).equals(wanted.get(member))) {
        was.add(member, old.get(member));
        is.add(member, wanted.get(member));
      }
    }
    return Json.createObjectBuilder().add("before", was).add("after", is).build();
  }

  private static JsonValue clips(Integer limit) {
    return limit == null ? JsonValue.NULL : Json.createValue(limit);
  }

  private static JsonObject of(ContestSettings settings) {
    return Json.createObjectBuilder()
        .add("name", settings.name())
        .add("time_zone", settings.timeZone())
        .add("submission_opens", Times.json(settings.schedule().submissionOpens()))
        .add("submission_closes", Times.json(settings.schedule().submissionCloses()))
        .add("voting_opens", Times.json(settings.schedule().votingOpens()))
        .add("voting_closes", Times.json(settings.schedule().votingCloses()))
        .add("publish_mode", settings.publishMode().code())
        .add("self_vote", settings.selfVote())
        .add("accept_quicktime", settings.acceptQuicktime())
        .add("public_weight", settings.publicWeight())
        .add("jury_weight", settings.juryWeight())
        .add("winners_per_city", settings.winnersPerCity())
        .add("clips_per_player", clips(settings.clipsPerPlayer()))
        .add("gallery_after_judging", settings.galleryAfterJudging())
        .build();
  }
}
