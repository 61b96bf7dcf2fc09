import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../api/client';
import type { City, PublicVideo } from '../../api/types';
import { PAGE } from './early';

export interface GalleryFilter {
  city: string;
  text: string;
  sort: 'recent' | 'votes';
  player?: string;
}

/** Published clips, page after page. */
export function galleryQuery({ city, text, sort, player }: GalleryFilter) {
  return infiniteQueryOptions({
    queryKey: ['gallery', { city, text, sort, player }],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      rows<PublicVideo>(
        api.GET('/api/public/videos', {
          params: {
            query: {
              sort,
              limit: PAGE,
              offset: pageParam,
              ...(city && { city }),
              ...(text && { q: text }),
              ...(player && { player }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (last, _all, offset) =>
      offset + last.rows.length < last.total && last.rows.length > 0
        ? offset + last.rows.length
        : undefined,
  });
}

/** The clips of some pages, each once: what is published meanwhile moves the others on. */
export function distinct(pages: readonly { rows: PublicVideo[] }[]): PublicVideo[] {
  return [
    ...new Map(pages.flatMap((page) => page.rows).map((row) => [row.video_id, row])).values(),
  ];
}

/** A few clips. */
export function fewClipsQuery(filter: { player?: string; limit: number }) {
  return queryOptions({
    queryKey: ['gallery', 'few', filter],
    queryFn: ({ signal }) =>
      rows<PublicVideo>(
        api.GET('/api/public/videos', {
          params: {
            query: {
              limit: filter.limit,
              ...(filter.player && { player: filter.player }),
            },
          },
          signal,
        }),
      ),
  });
}

/** One published clip. */
export function clipQuery(id: string) {
  return queryOptions({
    queryKey: ['clip', id],
    queryFn: ({ signal }) =>
      body<PublicVideo>(
        api.GET('/api/public/videos/{video_id}', {
          params: { path: { video_id: id } },
          signal,
        }),
      ),
  });
}

/** The catalogue of cities. */
export const citiesQuery = queryOptions({
  queryKey: ['cities'],
  queryFn: ({ signal }) => body<City[]>(api.GET('/api/cities', { signal })),
  staleTime: Infinity,
});
