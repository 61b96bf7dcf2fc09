package co.anb.showcase.service.security;

/** How it ended. The names in lower case are part of the interface. */
public enum SecurityOutcome {
  /** It was done. */
  DONE,
  /** The password or the token was wrong. */
  REFUSED,
  /** Too many attempts; nothing was looked at. At most one a minute and network is recorded. */
  THROTTLED,
  /** The account is disabled. */
  DISABLED,
  /** A refresh token was used a second time; its session is over. */
  REUSED
}
