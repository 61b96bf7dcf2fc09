import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath } from './paths';
import { useSignedIn } from './useSession';

/** Pages for whoever is signed in; everyone else signs in first. */
export function RequireSession() {
  const { pathname } = useLocation();
  if (useSignedIn()) return <Outlet />;
  // Who signed out has been led away already, and this is shown for one moment more.
  if (window.location.pathname !== pathname) return null;
  return <Navigate to={signInPath(pathname)} replace />;
}
