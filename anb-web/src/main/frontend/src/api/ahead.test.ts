import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QueryClient } from '@tanstack/react-query';
import { session } from './session/current';
import { citiesQuery, galleryQuery } from '../features/gallery/api';
import { prepare } from '../features/gallery/early';
import { askAhead, takeAhead } from './ahead';

const CLIPS = [{ video_id: 'a', small_poster_url: '/media/a-small.jpg' }];
const called = vi.fn<(target: Request | string, init?: RequestInit) => Promise<Response>>();
const address = (target: Request | string) => (typeof target === 'string' ? target : target.url);
const addresses = () => called.mock.calls.map(([target]) => address(target));
const request = (path: string, method = 'GET') =>
  new Request(new URL(path, location.origin), { method });

beforeEach(() => {
  session.end();
  called.mockReset();
  called.mockImplementation((target) =>
    Promise.resolve(
      Response.json(address(target).includes('cities') ? [] : CLIPS, {
        headers: { 'X-Total-Count': '1' },
      }),
    ),
  );
  vi.stubGlobal('fetch', called);
});

describe('requests made ahead', () => {
  it('are the ones that the gallery makes, so that none is made twice', async () => {
    prepare('', 'es');
    const client = new QueryClient();
    const gallery = await client.infiniteQuery(
      galleryQuery({ city: '', text: '', sort: 'recent' }),
    );
    await client.query(citiesQuery);
    expect(gallery.pages[0]).toEqual({ rows: CLIPS, total: 1 });
    expect(addresses()).toHaveLength(2);
  });

  it('leave the clips of a filtered gallery to it', () => {
    prepare('?city=Cali', 'es');
    expect(addresses()).toEqual(['/api/cities']);
  });

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

  it('tell of a failure whoever takes them, and nobody else', async () => {
    called.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(askAhead('/api/x', 'es')).resolves.toBeNull();
    await expect(takeAhead(request('/api/x'), null)).rejects.toThrow('Failed to fetch');
  });
});
