package co.anb.showcase.worker.transcode;

/** The contest's form: what every processed clip is like. */
final class OutputForm {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final int FRAME_RATE = 30;
  static final int CLIP_FRAMES = 30 * FRAME_RATE;
  static final int BUMPER_FRAMES = 2 * FRAME_RATE;

  private OutputForm() {}
}
