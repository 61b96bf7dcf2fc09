import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from './session/current';
import { askAhead, takeAhead } from './ahead';

const called = vi.fn<(target: Request | string, init?: RequestInit) => Promise<Response>>();
const request = (path: string, method = 'GET') =>
  new Request(new URL(path, location.origin), { method });

beforeEach(() => {
  session.end();
  called.mockReset();
  called.mockImplementation(() => Promise.resolve(Response.json([])));
  vi.stubGlobal('fetch', called);
});

describe('requests made ahead', () => {
  it('speak for the reader', () => {
    session.start({ accessToken: 'mine', refreshToken: null });
    void askAhead('/api/me', 'en');
    const headers = new Headers(called.mock.calls[0]?.[1]?.headers);
    expect(headers.get('Authorization')).toBe('Bearer mine');
    expect(headers.get('Accept-Language')).toBe('en');
  });

  it('are used once', () => {
    void askAhead('/api/x', 'es');
    expect(takeAhead(request('/api/x', 'POST'), null)).toBeUndefined();
    expect(takeAhead(request('/api/x'), null)).toBeDefined();
    expect(takeAhead(request('/api/x'), null)).toBeUndefined();
  });

  it('are not for another reader, nor for much later', () => {
    vi.useFakeTimers();
    void askAhead('/api/x', 'es');
    expect(takeAhead(request('/api/x'), 'somebody')).toBeUndefined();
    void askAhead('/api/x', 'es');
    vi.advanceTimersByTime(60_000);
    expect(takeAhead(request('/api/x'), null)).toBeUndefined();
    vi.useRealTimers();
  });

  it('report a failure to the request that takes them, and to no other', async () => {
    called.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(askAhead('/api/x', 'es')).resolves.toBeNull();
    await expect(takeAhead(request('/api/x'), null)).rejects.toThrow('Failed to fetch');
  });
});
