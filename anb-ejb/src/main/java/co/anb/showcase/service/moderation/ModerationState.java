package co.anb.showcase.service.moderation;

/** Where a clip stands between its upload and the public. */
public enum ModerationState {
  /** A worker has not finished with it. */
  WAITING,
  /** It could not be processed. */
  FAILED,
  /** Processed, but neither published nor withheld. */
  PENDING,
  /** Public. */
  PUBLISHED,
  /** An administrator rejected it or took it down. */
  WITHHELD,
  /** Its owner took it out of the contest. */
  WITHDRAWN
}
