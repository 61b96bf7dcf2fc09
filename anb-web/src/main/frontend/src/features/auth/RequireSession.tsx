import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath } from './paths';
import { useAccount, useSignedIn } from './useSession';

const PROFILE = '/me';

/**
 * Pages for readers who are signed in; others sign in first. An account that is not protected
 * well enough for its role gets to its profile, which says what is missing, and no further.
 */
export function RequireSession() {
  const { pathname } = useLocation();
  const signedIn = useSignedIn();
  const { data: me } = useAccount();
  if (signedIn && me?.restricted && pathname !== PROFILE) return <Navigate to={PROFILE} replace />;
  if (signedIn) return <Outlet />;
  // After a sign-out the reader has left this page already; it is rendered once more.
  if (window.location.pathname !== pathname) return null;
  return <Navigate to={signInPath(pathname)} replace />;
}
