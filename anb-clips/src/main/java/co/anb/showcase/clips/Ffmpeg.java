package co.anb.showcase.clips;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_error_string;

import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/** What all use of the FFmpeg libraries shares. */
final class Ffmpeg {

  private Ffmpeg() {}

  /** Lets FFmpeg write nothing but errors to the standard error output. */
  static void quiet() {
    av_log_set_level(AV_LOG_ERROR);
  }

  /**
   * Checks what a function of FFmpeg returned.
   *
   * @param attempt what the function was to do, as in "Cannot ..."
   * @throws IOException if it is an error, with FFmpeg's message
   */
  static void check(int result, String attempt) throws IOException {
    if (result < 0) {
      throw new IOException("Cannot %s: %s".formatted(attempt, words(result)));
    }
  }

  private static String words(int error) {
    try (var text = new BytePointer(AV_ERROR_MAX_STRING_SIZE)) {
      return av_make_error_string(text, text.capacity(), error).getString();
    }
  }
}
