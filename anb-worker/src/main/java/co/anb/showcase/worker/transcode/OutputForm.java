package co.anb.showcase.worker.transcode;

/** The contest's form: what every processed clip is like. */
final class OutputForm {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  /** Frames a second. */
  static final int FRAME_RATE = 30;

  /** Most frames of the clip itself. */
  static final int CLIP_FRAMES = 30 * FRAME_RATE;

  /** Frames of each bumper. */
  static final int BUMPER_FRAMES = 2 * FRAME_RATE;

  static final int MAX_FRAMES = CLIP_FRAMES + 2 * BUMPER_FRAMES;

  /** How libx264 is set, in either library. */
  static final String X264_PRESET = "veryfast";

  static final int X264_CRF = 23;

  /** Tells players which colours the numbers mean. */
  static final String X264_PARAMS =
      "colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off";

  private OutputForm() {}
}
