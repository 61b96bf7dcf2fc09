import { describe, expect, it, vi } from 'vitest';
import { nextPath, signInPath } from './paths';
import { Session, type Renew, type SessionStore, type Tokens } from './session';

function sessionWith(renew: Renew, kept: Tokens | null = { accessToken: 'old' }) {
  const store: SessionStore = { load: () => kept, save: (tokens) => (kept = tokens) };
  return { session: new Session(store, renew), kept: () => kept };
}

describe('Session', () => {
  it('goes on after a reload', () => {
    expect(sessionWith(() => Promise.resolve(null)).session.token).toBe('old');
  });

  it('renews once for requests that fail together', async () => {
    const renew = vi.fn(() => Promise.resolve({ accessToken: 'new' }));
    const { session, kept } = sessionWith(renew);
    const tokens = await Promise.all([session.renewed('old'), session.renewed('old')]);
    expect(tokens).toEqual(['new', 'new']);
    expect(renew).toHaveBeenCalledTimes(1);
    expect(kept()).toEqual({ accessToken: 'new' });
  });

  it('does not renew for a request that was sent with an older token', async () => {
    const renew = vi.fn(() => Promise.resolve(null));
    const { session } = sessionWith(renew);
    session.start({ accessToken: 'newer' });
    expect(await session.renewed('old')).toBe('newer');
    expect(renew).not.toHaveBeenCalled();
  });

  it('ends and tells so when it cannot be renewed', async () => {
    const { session, kept } = sessionWith(() => Promise.resolve(null));
    const listener = vi.fn();
    session.subscribe(listener);
    expect(await session.renewed('old')).toBeNull();
    expect(session.token).toBeNull();
    expect(session.expired).toBe(true);
    expect(kept()).toBeNull();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('stays ended if somebody signs out while it is renewed', async () => {
    let answer: (tokens: Tokens) => void = () => undefined;
    const { session } = sessionWith(() => new Promise((resolve) => (answer = resolve)));
    const renewed = session.renewed('old');
    session.end();
    answer({ accessToken: 'new' });
    expect(await renewed).toBeNull();
    expect(session.expired).toBe(false);
  });
});

describe('paths', () => {
  it('remembers where to go on', () => {
    expect(signInPath('/videos/1?a=b')).toBe('/login?next=%2Fvideos%2F1%3Fa%3Db');
    expect(nextPath('/videos/1')).toBe('/videos/1');
  });

  it.each([null, '', 'videos', '//evil.example', '/\\evil.example', 'https://evil.example'])(
    'never leaves the site: %s',
    (next) => {
      expect(nextPath(next)).toBe('/videos');
    },
  );
});
