import type { Exclusively, SessionStore, Tokens } from './session';

const KEY = 'anb.session';

function isTokens(value: unknown): value is Tokens {
  return (
    typeof value === 'object' &&
    value !== null &&
    'accessToken' in value &&
    typeof value.accessToken === 'string' &&
    'refreshToken' in value &&
    (value.refreshToken === null || typeof value.refreshToken === 'string')
  );
}

/** Keeps the session in the browser. Only scripts of ours run here: the page's policy sees to it. */
export const browserStore: SessionStore = {
  load() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
      return isTokens(kept) ? kept : null;
    } catch {
      return null;
    }
  },
  save(tokens) {
    try {
      if (tokens) localStorage.setItem(KEY, JSON.stringify(tokens));
      else localStorage.removeItem(KEY);
    } catch {
      // Nothing can be kept here; the session then ends with the page.
    }
  },
  watch(listener) {
    window.addEventListener('storage', (event) => {
      if (event.key === KEY || event.key === null) listener();
    });
  },
};

/** One tab at a time, where the browser can see to that. */
export const oneTab: Exclusively = async (action) => {
  // Not there without HTTPS, whatever the types say.
  const able: Partial<Pick<Navigator, 'locks'>> = navigator;
  const { locks } = able;
  return locks ? await locks.request(KEY, action) : action();
};
