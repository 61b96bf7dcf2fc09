package co.anb.showcase.worker.transcode;

/** Sums up the time in which a stage works, without that in which it waits for others. */
final class Stopwatch {

  private long nanos;
  private long started;

  void start() {
    started = System.nanoTime();
  }

  void stop() {
    nanos += System.nanoTime() - started;
  }

  double seconds() {
    return nanos / 1e9;
  }
}
