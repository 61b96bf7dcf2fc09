import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, body } from '../../api/client';
import type { Account } from '../../api/types';
import { session } from '../../api/session/current';

/** Whether somebody is signed in. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(session.subscribe, () => session.token !== null);
}

/** The account of whoever is signed in. */
export function useAccount() {
  const signedIn = useSignedIn();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => body<Account>(api.GET('/api/me', { signal })),
    enabled: signedIn,
    staleTime: 5 * 60_000,
  });
}
