import { browserStore, oneTab } from './browserStore';
import { Session } from './session';
import { renewTokens, revoke } from './tokens';

/** Who is signed in on this page. */
export const session = new Session(browserStore, renewTokens, oneTab);

/** Ends the session here and on the server. */
export function signOut(): void {
  const { token } = session;
  session.end();
  if (token !== null) void revoke(token);
}
