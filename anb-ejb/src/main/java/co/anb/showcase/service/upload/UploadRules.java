package co.anb.showcase.service.upload;

import co.anb.showcase.domain.video.Video;
import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.FileFault;
import co.anb.showcase.service.problem.ProblemException;
import java.util.List;

/** What a clip must be to be accepted. */
final class UploadRules {

  static final long MAX_BYTES = UploadService.MAX_BYTES;

  private static final long TOLERANCE_MILLIS = 500;
  private static final long MIN_MILLIS = 20_000;
  private static final long MAX_MILLIS = 60_000;
  private static final int MIN_SIDE = 1080;

  private UploadRules() {}

  static String title(String title) {
    if (title == null || title.isBlank()) {
      throw ProblemException.fields(List.of(new FieldError("title", "field_required")));
    }
    String stripped = title.strip();
    if (stripped.codePointCount(0, stripped.length()) > Video.MAX_TITLE) {
      throw ProblemException.fields(List.of(new FieldError("title", "field_too_long")));
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.fields(List.of(new FieldError("title", "field_malformed")));
    }
    return stripped;
  }

  static void size(long bytes) {
    if (bytes > MAX_BYTES) {
      throw ProblemException.file(FileFault.FILE_TOO_LARGE, "It is larger than 100 MiB.");
    }
  }

  static void check(Mp4Header header) {
    if (header.durationMillis() < MIN_MILLIS - TOLERANCE_MILLIS) {
      throw ProblemException.file(FileFault.FILE_TOO_SHORT, "It is shorter than 20 seconds.");
    }
    if (header.durationMillis() > MAX_MILLIS + TOLERANCE_MILLIS) {
      throw ProblemException.file(FileFault.FILE_TOO_LONG, "It is longer than 60 seconds.");
    }
    if (Math.min(header.width(), header.height()) < MIN_SIDE) {
      throw ProblemException.file(
          FileFault.FILE_TOO_SMALL, "Its smaller side has fewer than 1080 pixels.");
    }
  }
}
