import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Nullable, Schemas } from '../../api/types';

export type Contest = Nullable<Schemas['ContestView'], 'uploads_until' | 'voting_until'>;

export const contestKeys = {
  all: ['contest'] as const,
};

/** Phase, deadlines and rules. */
export const contestQuery = queryOptions({
  queryKey: contestKeys.all,
  queryFn: ({ signal }) => body<Contest>(api.GET('/api/contest', { signal })),
  staleTime: 60_000,
  refetchInterval: 60_000,
});
