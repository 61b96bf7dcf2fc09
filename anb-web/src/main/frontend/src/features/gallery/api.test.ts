import { describe, expect, it } from 'vitest';
import { distinct, galleryQuery, type PublicVideo } from './api';

const clip = (id: string, votes = 0) => ({ video_id: id, votes }) as PublicVideo;

describe('pages of clips', () => {
  it('show each clip once, although new ones move the others on', () => {
    const pages = [{ rows: [clip('c'), clip('b')] }, { rows: [clip('b', 1), clip('a')] }];
    expect(distinct(pages).map(({ video_id, votes }) => [video_id, votes])).toEqual([
      ['c', 0],
      ['b', 1],
      ['a', 0],
    ]);
  });

  const next = (rows: PublicVideo[], total: number, offset: number) => {
    const page = { rows, total };
    const { getNextPageParam } = galleryQuery({ city: '', text: '', sort: 'recent' });
    return getNextPageParam(page, [page], offset, [offset]);
  };

  it('go on until all have been shown', () => {
    expect(next([clip('a'), clip('b')], 5, 0)).toBe(2);
    expect(next([clip('e')], 5, 4)).toBeUndefined();
    expect(next([], 5, 4)).toBeUndefined();
  });
});
