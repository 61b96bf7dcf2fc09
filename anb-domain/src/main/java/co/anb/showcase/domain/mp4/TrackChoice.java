package co.anb.showcase.domain.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the video track that a clip is made of: the first that is enabled and is neither a track
 * of chapter images nor a still beside a longer track.
 */
final class TrackChoice {

  private TrackChoice() {}

  /**
   * Chooses.
   *
   * @param fragments or null if the file has none
   */
  static VideoTrack choose(BoxTree tree, List<TrackHeader> tracks, Fragments fragments)
      throws IOException {
    Set<Long> chapters = new HashSet<>();
    tracks.forEach(track -> chapters.addAll(track.chapters()));
    List<VideoTrack> videos = new ArrayList<>();
    boolean empty = false;
    for (TrackHeader track : tracks) {
      if (track.isVideo()) {
        VideoTrack video = VideoTrack.read(tree, track, fragments);
        empty |= video.samples() == 0;
        if (video.samples() > 0) {
          videos.add(video);
        }
      }
    }
    if (videos.isEmpty()) {
      throw empty
          ? BoxInput.damaged()
          : new FileRefusedException(FileFault.FILE_NO_VIDEO, "It has no video track.");
    }
    List<VideoTrack> left = prefer(videos, video -> !chapters.contains(video.id()));
    left = prefer(left, video -> video.samples() > 1);
    left = prefer(left, video -> !video.isStills());
    return prefer(left, VideoTrack::isEnabled).get(0);
  }

  /** Those that have a trait, or all if none has it. */
  private static List<VideoTrack> prefer(List<VideoTrack> videos, Predicate<VideoTrack> trait) {
    List<VideoTrack> those = videos.stream().filter(trait).toList();
    return those.isEmpty() ? videos : those;
  }
}
