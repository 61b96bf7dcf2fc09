import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, rows } from '../../api/client';
import type { Leader } from '../../api/types';

/** Places a request asks for. */
const PAGE = 50;

/** The first places. */
export function topQuery(limit: number) {
  return queryOptions({
    queryKey: ['leaderboard', 'top', limit],
    queryFn: ({ signal }) =>
      rows<Leader>(api.GET('/api/public/leaderboard', { params: { query: { limit } }, signal })),
  });
}

/** The ranking of the country, or of a city. */
export function leaderboardQuery(city: string) {
  return infiniteQueryOptions({
    queryKey: ['leaderboard', 'pages', city],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      rows<Leader>(
        api.GET('/api/public/leaderboard', {
          params: { query: { limit: PAGE, offset: pageParam, ...(city && { city }) } },
          signal,
        }),
      ),
    getNextPageParam: (last, _all, offset) =>
      offset + last.rows.length < last.total && last.rows.length > 0
        ? offset + last.rows.length
        : undefined,
  });
}
