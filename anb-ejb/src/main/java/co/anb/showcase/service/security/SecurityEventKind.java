package co.anb.showcase.service.security;

/** What happened. The names in lower case are part of the interface. */
public enum SecurityEventKind {
  /** Somebody signed in or tried to. */
  SIGN_IN,
  /** Somebody continued a session. Only refusals are recorded. */
  REFRESH,
  /** Somebody signed out of one session. */
  SIGN_OUT,
  /** Somebody signed out of all sessions. */
  SIGN_OUT_ALL,
  /** Somebody set another password or tried to; all sessions end with it. */
  PASSWORD_CHANGE,
  /** An administrator gave an account another role. */
  ROLE_CHANGE,
  /** An administrator shut an account; its sessions end. */
  DISABLE,
  /** An administrator opened an account again. */
  ENABLE
}
