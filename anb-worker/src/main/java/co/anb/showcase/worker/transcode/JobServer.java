package co.anb.showcase.worker.transcode;

import co.anb.showcase.domain.mp4.FailureCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs that the parent process writes, a line each, and reports with {@link ChildReport}.
 * When the parent is gone, the process ends at once, even in the middle of a job.
 */
final class JobServer {

  private static final Logger LOG = LoggerFactory.getLogger(JobServer.class);

  private record Job(Path input, Cut cut, OutputFiles output) {

    static Job parse(String line) throws IOException {
      String[] words = line.split("\t", -1);
      if (words.length != 6) {
        throw new IOException("Not a job: " + line);
      }
      return new Job(
          Path.of(words[0]),
          new Cut(Long.parseLong(words[4]), Long.parseLong(words[5])),
          new OutputFiles(Path.of(words[1]), Path.of(words[2]), Path.of(words[3])));
    }
  }

  private final InputStream orders;
  private final OutputStream reports;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(16);

  JobServer(InputStream orders, OutputStream reports) {
    this.orders = orders;
    this.reports = reports;
  }

  /**
   * Works until the process ends.
   *
   * @throws IOException if the parent no longer listens
   */
  void serve(ArtworkFolder artwork) throws IOException, InterruptedException {
    var reader = new Thread(this::read, "orders");
    reader.setDaemon(true);
    reader.start();
    Transcoder transcoder = Transcoder.open(EncoderKind.best(), artwork);
    transcoder.warmUp(Path.of(System.getProperty("java.io.tmpdir")));
    report(ChildReport.ready(transcoder.encoder().code()));
    while (true) {
      report(answer(transcoder, lines.take()));
    }
  }

  private void read() {
    try (var source = new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8))) {
      for (String line = source.readLine(); line != null; line = source.readLine()) {
        lines.put(line);
      }
    } catch (IOException e) {
      LOG.debug("The orders broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private ChildReport answer(Transcoder transcoder, String line) throws InterruptedException {
    try {
      Job job = Job.parse(line);
      if (Files.size(job.input()) == 0) {
        throw new TranscodeException(FailureCode.UNDECODABLE, "The file is empty");
      }
      Transcoder.Result result =
          transcoder.transcode(job.input(), job.cut(), job.output(), this::progress);
      return ChildReport.done(result.durationMillis(), result.stageSeconds());
    } catch (TranscodeException e) {
      return ChildReport.failed(e.code(), e.getMessage());
    } catch (InterruptedException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      LOG.warn("The clip does not fit into the memory: {}", e.getMessage());
      return ChildReport.failed(FailureCode.TOO_DEMANDING, e.toString());
    } catch (Throwable e) {
      LOG.warn("The job failed", e);
      return ChildReport.failed(FailureCode.PROCESSING_FAILED, e.toString());
    }
  }

  private void progress(int percent) {
    try {
      report(ChildReport.progress(percent));
    } catch (IOException e) {
      LOG.debug("Nobody listens", e);
    }
  }

  private synchronized void report(ChildReport report) throws IOException {
    // Native code may have left a line unfinished. One write, so that it does not come in between.
    reports.write(("\n" + report.line() + "\n").getBytes(StandardCharsets.UTF_8));
    reports.flush();
  }
}
