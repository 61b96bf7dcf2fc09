package co.anb.showcase.api.voting;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.JsonConfig;
import co.anb.showcase.api.platform.JsonPage;
import co.anb.showcase.api.platform.PageCache;
import co.anb.showcase.api.platform.RowCache;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.Standings;
import co.anb.showcase.service.voting.Gallery;
import co.anb.showcase.service.voting.GalleryQuery;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.Set;
import java.util.UUID;

/** The gallery's rows in JSON. */
@ApplicationScoped
public class GalleryRows {

  // Inside a text, the quotes would be escaped: this is the member and nothing else.
  private static final String UNKNOWN = "\"user_vote\":null";

  @Inject private Links links;

  private final PageCache<GalleryQuery> pages = new PageCache<>();
  private RowCache<PublishedClip> rows;

  @PostConstruct
  void prepare() {
    Jsonb jsonb = JsonConfig.create();
    rows = new RowCache<>(clip -> jsonb.toJson(PublicVideoView.of(clip, null, links)));
  }

  /** For a client that is not signed in. */
  JsonPage forEveryone(Standings standings, GalleryQuery query) {
    return pages.page(
        standings.version(),
        query,
        () -> {
          Page<PublishedClip> page = Gallery.page(standings, query);
          return new JsonPage(rows.array(page.rows()), page.total());
        });
  }

  /** For a client whose account voted for some clips. */
  JsonPage forVoter(Page<PublishedClip> page, Set<UUID> voted) {
    byte[] json =
        rows.array(
            page.rows(),
            (clip, row) -> row.replace(UNKNOWN, "\"user_vote\":" + voted.contains(clip.videoId())));
    return new JsonPage(json, page.total());
  }
}
