package co.anb.showcase.bench;

import co.anb.showcase.local.ApiClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several people upload the same clip at once. */
final class UploadLoad {

  private static final int CLIENTS = 8;
  private static final int UPLOADS = 24;
  private static final long LOOK_MILLIS = 50;

  private final URI base;
  private final Path clip;
  private final String token;
  private final long serverPid;

  UploadLoad(URI base, Path clip, String token, long serverPid) {
    this.base = base;
    this.clip = clip;
    this.token = token;
    this.serverPid = serverPid;
  }

  /** Uploads and gives a line of Markdown. */
  String run() throws Exception {
    long before = ProcFile.residentBytes(serverPid);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Integer>> uploads = new ArrayList<>();
      for (int i = 0; i < UPLOADS; i++) {
        String title = "Subida " + i;
        uploads.add(() -> new ApiClient(base).upload(clip, title, token).status());
      }
      long begun = System.nanoTime();
      List<Future<Integer>> answers = uploads.stream().map(threads::submit).toList();
      long most = before;
      int refused = 0;
      for (Future<Integer> answer : answers) {
        most = Math.max(most, watch(answer));
        refused += answer.get() == 201 ? 0 : 1;
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return String.format(
          Locale.ROOT,
          "| uploads of %.0f MB, %d at once | %.0f MB/s | %d refused | server %.0f MiB before, %.0f"
              + " at most, %.0f after |",
          Files.size(clip) / 1e6,
          CLIENTS,
          UPLOADS * Files.size(clip) / 1e6 / seconds,
          refused,
          before / 1048576.0,
          most / 1048576.0,
          ProcFile.residentBytes(serverPid) / 1048576.0);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The most memory that the server was seen with until the answer came. */
  private long watch(Future<Integer> answer) throws Exception {
    long most = 0;
    while (true) {
      most = Math.max(most, ProcFile.residentBytes(serverPid));
      try {
        answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return most;
      } catch (TimeoutException e) {
        // Still sending.
      }
    }
  }
}
