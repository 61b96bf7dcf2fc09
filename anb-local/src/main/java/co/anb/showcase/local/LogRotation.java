package co.anb.showcase.local;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the logs of running processes. A log that has grown beyond the limit is copied to a file
 * of the same name with {@code .1} behind it, which replaces the one before, and emptied. The
 * processes write on, as they have opened it for appending; what they write between the copy and
 * the emptying is lost.
 */
final class LogRotation implements AutoCloseable {

  /** Bytes of a log; with its predecessor it takes twice as much, plus what a period brings. */
  static final long LIMIT = 10L * 1024 * 1024;

  private static final long PERIOD_SECONDS = 10;
  private static final Logger LOG = System.getLogger(LogRotation.class.getName());

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "log-rotation");
            thread.setDaemon(true);
            return thread;
          });

  private LogRotation() {}

  /** Looks at all {@code *.log} of a folder, now and from time to time, until it is closed. */
  static LogRotation of(Path folder) {
    var rotation = new LogRotation();
    rotate(folder, LIMIT);
    var unused =
        rotation.timer.scheduleWithFixedDelay(
            () -> rotate(folder, LIMIT), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    return rotation;
  }

  static void rotate(Path folder, long limit) {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        rotateOne(log, limit);
      }
    } catch (IOException e) {
      // A full disk must not end the timer: later there may be room.
      LOG.log(Level.WARNING, "Cannot rotate the logs in " + folder, e);
    }
  }

  private static void rotateOne(Path log, long limit) throws IOException {
    try {
      if (Files.size(log) <= limit) {
        return;
      }
      Path before = log.resolveSibling(log.getFileName() + ".1");
      Files.copy(log, before, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    } catch (NoSuchFileException e) {
      LOG.log(Level.DEBUG, "{0} is gone", log);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
