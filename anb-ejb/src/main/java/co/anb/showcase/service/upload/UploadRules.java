package co.anb.showcase.service.upload;

import co.anb.showcase.domain.mp4.ClipLimits;
import co.anb.showcase.domain.mp4.ClipReader;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.domain.mp4.FileRefusedException;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.platform.PlainText;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a clip must be to be accepted. */
final class UploadRules {

  static final long MAX_BYTES = UploadService.MAX_BYTES;

  private UploadRules() {}

  static String title(String title) {
    String normalised = PlainText.normalised(title);
    PlainText.fault(normalised, Video.MAX_TITLE)
        .ifPresent(
            code -> {
              throw refused("title", code);
            });
    return normalised;
  }

  static void size(long bytes) {
    if (bytes > MAX_BYTES) {
      throw ProblemException.file(FileFault.FILE_TOO_LARGE, "It is larger than 100 MiB.");
    }
  }

  /**
   * Reads a file's header and checks what it says.
   *
   * @throws ProblemException INVALID_FILE
   */
  static ClipTimeline read(Path file, boolean acceptQuicktime) throws IOException {
    try {
      ClipTimeline clip = ClipReader.read(file);
      if (clip.quickTime() && !acceptQuicktime) {
        throw ProblemException.file(
            FileFault.FILE_QUICKTIME, "It is a QuickTime video, not an MP4 video.");
      }
      ClipLimits.check(clip);
      return clip;
    } catch (FileRefusedException e) {
      throw ProblemException.file(e);
    }
  }

  /**
   * Checks which part of a clip shall be shown.
   *
   * @throws ProblemException INVALID_FIELD if too little is left of it, or the poster lies outside
   */
  static void check(ShownPart part, ClipTimeline clip) {
    long millis = clip.durationMillis();
    int start = part.startMillis();
    if (start < 0 || (start > 0 && start > millis - ShownPart.MIN_MILLIS)) {
      throw refused("start_ms", "start_range");
    }
    Integer poster = part.posterMillis();
    long end = Math.min(millis, (long) start + ShownPart.MAX_MILLIS);
    if (poster != null && (poster < start || poster >= end)) {
      throw refused("poster_ms", "poster_range");
    }
  }

  private static ProblemException refused(String field, String code) {
    return ProblemException.fields(List.of(new FieldError(field, code)));
  }
}
