package co.anb.showcase.domain.mp4;

import java.io.IOException;

/** The frames of a track in the order of decoding, told as runs of equal length. */
interface SampleRuns {

  /** So many frames may a recording have: an hour and more at 60 a second. */
  int MAX_SAMPLES = 300_000;

  /** Takes a run. */
  interface Visitor {
    /**
     * One run.
     *
     * @param time when its first frame is decoded, in ticks of the media
     * @param count frames
     * @param delta ticks from one to the next
     */
    void run(long time, int count, long delta);
  }

  void forEach(Visitor visitor) throws IOException;

  static void requireCount(long samples) {
    if (samples > MAX_SAMPLES) {
      throw new FileRefusedException(
          FileFault.FILE_RECORDING_TOO_LONG, "It holds more than 300000 frames.");
    }
  }
}
