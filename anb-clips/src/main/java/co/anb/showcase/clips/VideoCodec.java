package co.anb.showcase.clips;

/** The forms of video a sample clip can have. */
public enum VideoCodec {
  /** H.264, 8 bit: what nearly every phone records. */
  H264,
  /** HEVC, 8 bit. */
  HEVC,
  /** HEVC with 10 bits a sample, as phones record HDR. */
  HEVC_10BIT,
  /** The same, tagged as BT.2020 with hybrid log-gamma, as iPhones do. */
  HEVC_HLG,
  /** The same, tagged as BT.2020 with the perceptual quantiser. */
  HEVC_PQ
}
