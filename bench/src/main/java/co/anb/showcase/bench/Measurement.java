package co.anb.showcase.bench;

import java.time.Duration;

/**
 * What one run took and made.
 *
 * @param wall from the order to the finished files
 * @param cpu of all threads, user and system
 * @param peakBytes of memory, resident
 * @param outputBytes of the video
 * @param ssim of the clip's part against the source, scaled and marked without loss; 1 is the same
 */
record Measurement(Duration wall, Duration cpu, long peakBytes, long outputBytes, double ssim) {

  double wallSeconds() {
    return wall.toNanos() / 1e9;
  }

  double cpuSeconds() {
    return cpu.toNanos() / 1e9;
  }
}
