package co.anb.showcase.service.voting;

import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.ranking.PublishedClip;
import co.anb.showcase.service.ranking.SearchText;
import co.anb.showcase.service.ranking.Standings;
import java.util.List;
import java.util.function.Predicate;

/** Picks published clips out of the standings. */
public final class Gallery {

  private Gallery() {}

  /** The wanted clips and how many there are in all. */
  public static Page<PublishedClip> page(Standings standings, GalleryQuery wanted) {
    List<PublishedClip> all = wanted.byVotes() ? standings.byVotes() : standings.newest();
    List<PublishedClip> fitting =
        wanted.isForAll() ? all : all.stream().filter(filter(wanted)).toList();
    return new Page<>(Standings.part(fitting, wanted.limit(), wanted.offset()), fitting.size());
  }

  private static Predicate<PublishedClip> filter(GalleryQuery wanted) {
    Predicate<PublishedClip> filter = clip -> true;
    if (wanted.cityKey() != null) {
      filter = filter.and(clip -> clip.cityKey().equals(wanted.cityKey()));
    }
    if (wanted.playerId() != null) {
      filter = filter.and(clip -> clip.playerId().equals(wanted.playerId()));
    }
    if (wanted.text() != null) {
      String text = SearchText.of(wanted.text());
      filter = filter.and(clip -> !text.isEmpty() && clip.searchText().contains(text));
    }
    return filter;
  }
}
