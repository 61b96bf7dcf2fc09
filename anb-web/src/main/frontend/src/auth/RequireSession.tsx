import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath } from './paths';
import { useSignedIn } from './useSession';

/** Pages for whoever is signed in; everyone else signs in first. */
export function RequireSession() {
  const location = useLocation();
  if (useSignedIn()) return <Outlet />;
  return <Navigate to={signInPath(location.pathname)} replace />;
}
