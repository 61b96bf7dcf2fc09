package co.anb.showcase.api.voting;

import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.RowCache;
import co.anb.showcase.api.video.Links;
import co.anb.showcase.service.ranking.PublishedClip;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The gallery's rows in JSON. */
@ApplicationScoped
public class GalleryRows {

  // Inside a text, the quotes would be escaped: this is the member and nothing else.
  private static final String UNKNOWN = "\"user_vote\":null";

  @Inject private Links links;

  private RowCache<PublishedClip> rows;

  @PostConstruct
  void prepare() {
    Jsonb jsonb = JsonConfig.create();
    rows = new RowCache<>(clip -> jsonb.toJson(PublicVideoView.of(clip, null, links)));
  }

  /** For somebody who is not signed in. */
  byte[] forEveryone(List<PublishedClip> clips) {
    return rows.array(clips);
  }

  /** For somebody who voted for some clips. */
  byte[] forVoter(List<PublishedClip> clips, Set<UUID> voted) {
    return rows.array(
        clips,
        (clip, json) -> json.replace(UNKNOWN, "\"user_vote\":" + voted.contains(clip.videoId())));
  }
}
