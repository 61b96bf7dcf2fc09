package co.anb.showcase.domain.mp4;

/** The codecs that a clip may have. */
public enum ClipCodec {
  H264,
  HEVC
}
