package co.anb.showcase.domain.mp4;

/** Whether a frame is made of two fields, and which of them is shown first. */
public enum FieldOrder {
  /** The header does not say; the stream does. */
  UNSPECIFIED,
  PROGRESSIVE,
  TOP_FIRST,
  BOTTOM_FIRST
}
