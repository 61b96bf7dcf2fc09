import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../problem';
import { Session, type Exclusively, type Renew, type SessionStore, type Tokens } from './session';
import { renewTokens } from './tokens';

const tokens = (name: string): Tokens => ({ accessToken: name, refreshToken: `${name}-refresh` });
const atOnce: Exclusively = (action) => action();

function sessionWith(renew: Renew, exclusively = atOnce) {
  let kept: Tokens | null = tokens('old');
  let changed: () => void = () => undefined;
  const store: SessionStore = {
    load: () => kept,
    save: (saved) => (kept = saved),
    watch: (listener) => (changed = listener),
  };
  const anotherTab = (saved: Tokens | null) => {
    kept = saved;
    changed();
  };
  return { session: new Session(store, renew, exclusively), kept: () => kept, anotherTab };
}

describe('Session', () => {
  it('goes on after a reload', () => {
    expect(sessionWith(() => Promise.resolve(null)).session.token).toBe('old');
  });

  it('renews once for requests that fail together', async () => {
    const renew = vi.fn(() => Promise.resolve(tokens('new')));
    const { session, kept } = sessionWith(renew);
    const both = await Promise.all([session.renewed('old'), session.renewed('old')]);
    expect(both).toEqual(['new', 'new']);
    expect(renew).toHaveBeenCalledTimes(1);
    expect(kept()).toEqual(tokens('new'));
  });

  it('does not renew for a request that was sent with an older token', async () => {
    const renew = vi.fn(() => Promise.resolve(null));
    const { session } = sessionWith(renew);
    session.start(tokens('newer'));
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

  it('takes what another tab got meanwhile, and does not use the refresh token twice', async () => {
    const renew = vi.fn(() => Promise.resolve(null));
    let go: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => (go = resolve));
    const { session, anotherTab } = sessionWith(renew, (action) => turn.then(action));
    const renewed = session.renewed('old');
    anotherTab(tokens('from another tab'));
    go();
    expect(await renewed).toBe('from another tab');
    expect(renew).not.toHaveBeenCalled();
  });

  it('goes on when it cannot be told whether it is over', async () => {
    const { session } = sessionWith(() => Promise.reject(new ApiProblem(0, 'network')));
    await expect(session.renewed('old')).rejects.toThrow('network');
    expect(session.token).toBe('old');
  });

  it('ends here when another tab signs out', () => {
    const { session, anotherTab } = sessionWith(() => Promise.resolve(null));
    anotherTab(null);
    expect(session.token).toBeNull();
    expect(session.expired).toBe(false);
  });

  it('stays ended if the reader signs out while it is renewed', async () => {
    let answer: (next: Tokens) => void = () => undefined;
    const { session } = sessionWith(() => new Promise((resolve) => (answer = resolve)));
    const renewed = session.renewed('old');
    session.end();
    answer(tokens('new'));
    expect(await renewed).toBeNull();
    expect(session.expired).toBe(false);
  });
});

describe('renewing', () => {
  const answering = (status: number, body: object) =>
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))),
    );
  afterEach(() => vi.unstubAllGlobals());

  it('exchanges the refresh token', async () => {
    answering(200, { access_token: 'a', refresh_token: 'b', expires_in: 3600 });
    expect(await renewTokens(tokens('old'))).toEqual({ accessToken: 'a', refreshToken: 'b' });
    const [path, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(path).toBe('/api/auth/refresh');
    expect(request?.body).toBe('{"refresh_token":"old-refresh"}');
    expect(new Headers(request?.headers).has('Authorization')).toBe(false);
  });

  it('is over when it is refused, but not when the server is unwell', async () => {
    answering(401, { code: 'invalid_refresh_token' });
    expect(await renewTokens(tokens('old'))).toBeNull();
    answering(503, {});
    await expect(renewTokens(tokens('old'))).rejects.toThrow('503');
  });

  it('needs a refresh token', async () => {
    expect(await renewTokens({ accessToken: 'old', refreshToken: null })).toBeNull();
  });
});
