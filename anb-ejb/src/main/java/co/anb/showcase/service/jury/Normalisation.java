package co.anb.showcase.service.jury;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes one score a clip of what several jurors gave. */
public final class Normalisation {

  private Normalisation() {}

  /** The scores of all clips that have a sheet: the mean of the sheets. */
  public static Map<UUID, ClipScore> scores(Collection<SubmittedSheet> sheets) {
    Map<UUID, List<SubmittedSheet>> clips =
        sheets.stream().collect(Collectors.groupingBy(SubmittedSheet::videoId));
    Map<UUID, ClipScore> scores = new HashMap<>();
    clips.forEach(
        (clip, given) ->
            scores.put(
                clip,
                new ClipScore(
                    clip,
                    given.stream().mapToDouble(SubmittedSheet::total).sum() / given.size(),
                    given.size())));
    return scores;
  }
}
