import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nextOffset, rows } from '../../api/client';
import type { Nullable, Schemas } from '../../api/types';

/** A player in the ranking. */
export type Leader = Nullable<Schemas['LeaderView'], 'avatar' | 'best_video' | 'jury_score'>;

/** Places on a page. */
const PAGE = 50;

/** The stream of events that tells when the ranking changes. */
export const RANKING_EVENTS = '/api/public/leaderboard/events';

export const rankingKeys = {
  all: ['leaderboard'] as const,
  top: (limit: number) => [...rankingKeys.all, 'top', limit] as const,
  pages: (city: string) => [...rankingKeys.all, 'pages', city] as const,
};

/** The first places. */
export function topQuery(limit: number) {
  return queryOptions({
    queryKey: rankingKeys.top(limit),
    queryFn: ({ signal }) =>
      rows<Leader>(api.GET('/api/public/leaderboard', { params: { query: { limit } }, signal })),
  });
}

/** The ranking of the country, or of a city. */
export function leaderboardQuery(city: string) {
  return infiniteQueryOptions({
    queryKey: rankingKeys.pages(city),
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      rows<Leader>(
        api.GET('/api/public/leaderboard', {
          params: { query: { limit: PAGE, offset: pageParam, ...(city && { city }) } },
          signal,
        }),
      ),
    getNextPageParam: (last, _all, offset) => nextOffset(last, offset),
  });
}
