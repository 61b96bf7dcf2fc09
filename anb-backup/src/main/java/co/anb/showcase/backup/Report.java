package co.anb.showcase.backup;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;

/** What the commands say at their end. */
final class Report {

  private static final int NAMED = 20;

  private Report() {}

  static String seconds(long startNanos) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - startNanos) / 1e9);
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
