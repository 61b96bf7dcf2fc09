package co.anb.showcase.domain.mp4;

/** How light was turned into code values. */
public enum Transfer {
  /** The header does not say; the stream does. */
  UNSPECIFIED,
  SDR,
  /** The perceptual quantiser, SMPTE ST 2084. */
  PQ,
  /** Hybrid log-gamma, ARIB STD-B67. */
  HLG
}
