import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../../api/session/current';
import { citiesQuery } from '../cities';
import { galleryQuery } from './api';
import { prepare } from './early';

const CLIPS = [{ video_id: 'a', small_poster_url: '/media/a-small.jpg' }];
const called = vi.fn<(target: Request | string) => Promise<Response>>();
const address = (target: Request | string) => (typeof target === 'string' ? target : target.url);
const addresses = () => called.mock.calls.map(([target]) => address(target));

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

describe('the requests that are made before the gallery is there', () => {
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
});
