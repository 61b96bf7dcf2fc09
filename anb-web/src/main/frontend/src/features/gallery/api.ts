import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nextOffset, rows } from '../../api/client';
import type { Nullable, Schemas } from '../../api/types';
import { PAGE } from './early';

/** A published clip. */
export type PublicVideo = Nullable<Schemas['PublicVideoView'], 'duration' | 'user_vote'>;

export interface GalleryFilter {
  city: string;
  text: string;
  sort: 'recent' | 'votes';
  player?: string;
}

export const galleryKeys = {
  all: ['gallery'] as const,
  pages: (filter: GalleryFilter) => [...galleryKeys.all, filter] as const,
  few: (filter: { player?: string; limit: number }) => [...galleryKeys.all, 'few', filter] as const,
};

/** Published clips, page after page. */
export function galleryQuery({ city, text, sort, player }: GalleryFilter) {
  return infiniteQueryOptions({
    queryKey: galleryKeys.pages({ city, text, sort, ...(player && { player }) }),
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
    getNextPageParam: (last, _all, offset) => nextOffset(last, offset),
  });
}

/** The clips of some pages, each once: a clip published meanwhile moves the others to later pages. */
export function distinct(pages: readonly { rows: PublicVideo[] }[]): PublicVideo[] {
  return [
    ...new Map(pages.flatMap((page) => page.rows).map((row) => [row.video_id, row])).values(),
  ];
}

/** A few clips. */
export function fewClipsQuery(filter: { player?: string; limit: number }) {
  return queryOptions({
    queryKey: galleryKeys.few(filter),
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
