package co.anb.showcase.domain.video;

/** How far a clip has come. */
public enum VideoStatus {
  /** Stored and queued; no worker has it yet. */
  UPLOADED,
  /** A worker is at it. */
  PROCESSING,
  /** The contest's form exists. */
  PROCESSED,
  /** It could not be turned into the contest's form; the failure code says why. */
  FAILED
}
