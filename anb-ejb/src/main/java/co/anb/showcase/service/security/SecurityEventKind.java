package co.anb.showcase.service.security;

/** What happened. The names in lower case are part of the interface. */
public enum SecurityEventKind {
  /** A client signed in or tried to. */
  SIGN_IN,
  /** A client refreshed its tokens. Only refusals are recorded. */
  REFRESH,
  /** A client signed out of one session. */
  SIGN_OUT,
  /** A client signed out of all sessions. */
  SIGN_OUT_ALL,
  /** A client set another password or tried to; all sessions end with it. */
  PASSWORD_CHANGE,
  /** An administrator gave an account another role. */
  ROLE_CHANGE,
  /** An administrator shut an account; its sessions end. */
  DISABLE,
  /** An administrator opened an account again. */
  ENABLE
}
