package co.anb.showcase.worker.transcode;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs the stages of a job side by side. */
final class Stages {

  /** The name of the stages' threads. */
  static final String THREAD = "stage";

  /** One stage, in a thread of its own. */
  @FunctionalInterface
  interface Stage {
    void run() throws TranscodeException, DoubtfulClipException, IOException, InterruptedException;
  }

  private Stages() {}

  /**
   * Runs stages to their end. If one fails, or this thread is interrupted, the others are
   * interrupted. No stage runs any more when this returns, so what they use can be freed.
   *
   * @throws TranscodeException as the stage that failed first
   * @throws DoubtfulClipException as the stage that failed first
   * @throws IOException as the stage that failed first
   */
  static void run(List<Stage> stages)
      throws TranscodeException, DoubtfulClipException, IOException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(stages.size(), stage -> new Thread(stage, THREAD));
    try {
      CompletionService<Void> running = new ExecutorCompletionService<>(threads);
      for (Stage stage : stages) {
        running.submit(asCallable(stage));
      }
      for (int i = 0; i < stages.size(); i++) {
        running.take().get();
      }
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    } finally {
      end(threads);
    }
  }

  private static Callable<Void> asCallable(Stage stage) {
    return () -> {
      stage.run();
      return null;
    };
  }

  private static IOException rethrow(Throwable cause)
      throws TranscodeException, DoubtfulClipException, IOException, InterruptedException {
    if (cause instanceof DoubtfulClipException e) {
      throw e;
    }
    if (cause instanceof TranscodeException e) {
      throw e;
    }
    if (cause instanceof InterruptedException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException(cause);
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
