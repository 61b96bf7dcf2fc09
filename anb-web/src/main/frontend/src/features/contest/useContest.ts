import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { Contest } from '../../api/types';

/** Phase, deadlines and rules. */
export function useContest() {
  return useQuery({
    queryKey: ['contest'],
    queryFn: ({ signal }) => body<Contest>(api.GET('/api/contest', { signal })),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
}
