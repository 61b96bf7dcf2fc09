import { queryOptions } from '@tanstack/react-query';
import { api, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { pageOf } from './pages';

export type SecurityEvent = Nullable<
  Schemas['SecurityEventView'],
  'account_id' | 'account_name' | 'actor_id' | 'network'
>;

export interface SecurityFilter {
  account_id?: string;
  kind?: string;
  outcome?: string;
  from?: string;
  to?: string;
}

/** Sign-ins, refusals and ended sessions, latest first. */
export function securityEventsQuery(filter: SecurityFilter, offset: number) {
  return queryOptions({
    queryKey: adminKeys.securityEvents(filter, offset),
    queryFn: ({ signal }) =>
      rows<SecurityEvent>(
        api.GET('/api/admin/security-events', {
          params: { query: { ...filter, ...pageOf(offset) } },
          signal,
        }),
      ),
  });
}
