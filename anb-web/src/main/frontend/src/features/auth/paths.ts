/** Where to sign in before going on to a page. */
export function signInPath(next: string): string {
  return `/login?next=${encodeURIComponent(next)}`;
}

/** The page to go on to; only pages of this site, whatever the address says. */
export function nextPath(next: string | null, otherwise = '/videos'): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}
