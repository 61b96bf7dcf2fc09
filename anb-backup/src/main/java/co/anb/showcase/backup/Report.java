package co.anb.showcase.backup;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/** What the commands print at their end. */
final class Report {

  private static final int NAMED = 20;

  private Report() {}

  static String seconds(long startNanos) {
    return seconds(Duration.ofNanos(System.nanoTime() - startNanos));
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
  }

  /** Amount and time, such as "12 files (3.4 MB) in 0.5 s". */
  static String of(String what, long bytes, Duration took) {
    return String.format(Locale.ROOT, "%s (%.1f MB) in %s", what, bytes / 1e6, seconds(took));
  }

  /** Names missing files, the first of them if there are many, and returns the exit code. */
  static int missing(Collection<String> files, PrintWriter err) {
    if (files.isEmpty()) {
      return 0;
    }
    err.printf("%d files that the database names are missing:%n", files.size());
    files.stream().sorted().limit(NAMED).forEach(file -> err.println("  " + file));
    err.flush();
    return Main.EXIT_FILES_MISSING;
  }
}
