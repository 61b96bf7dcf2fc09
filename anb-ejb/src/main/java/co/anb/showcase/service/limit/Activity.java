package co.anb.showcase.service.limit;

/** What an account may do only so often. */
public enum Activity {
  UPLOAD,
  VOTE,
  AVATAR
}
