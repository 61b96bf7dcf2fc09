package co.anb.showcase.service.limit;

/** What somebody who is signed in may do only so often. */
public enum Activity {
  UPLOAD,
  VOTE,
  AVATAR
}
