import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { session } from '../../api/session/current';
import { accountQuery } from './api';

/** Whether the reader is signed in. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(session.subscribe, () => session.token !== null);
}

/** The account that is signed in. */
export function useAccount() {
  const signedIn = useSignedIn();
  return useQuery({ ...accountQuery, enabled: signedIn });
}
