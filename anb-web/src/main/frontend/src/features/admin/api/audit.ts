import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { pageOf } from './pages';

export type AuditEntry = Nullable<
  Schemas['AuditView'],
  'actor_id' | 'actor_name' | 'subject_id' | 'subject_type' | 'reason' | 'detail'
>;

export interface AuditFilter {
  action?: string;
  actor_id?: string;
  subject_type?: string;
  subject_id?: string;
  from?: string;
  to?: string;
}

/** What administrators and jurors did, latest first. */
export function auditQuery(filter: AuditFilter, offset: number) {
  return queryOptions({
    queryKey: adminKeys.audit(filter, offset),
    queryFn: ({ signal }) =>
      rows<AuditEntry>(
        api.GET('/api/admin/audit', {
          params: { query: { ...filter, ...pageOf(offset) } },
          signal,
        }),
      ),
  });
}

/** Where votes and their trail differed, in numbers of votes. */
export interface VoteDifference {
  votes: number;
  missing: number;
  unexplained: number;
  otherwise: number;
}

/** What the closing that made a result found; null if the trail does not say. */
export function closingQuery(resultId: string) {
  return queryOptions({
    ...auditQuery({ action: 'contest.close', subject_type: 'contest' }, 0),
    select: ({ rows: closings }): VoteDifference | null => {
      const details = closings.map(({ detail }) => (detail ?? {}) as Record<string, unknown>);
      const closing = details.find((detail) => detail['result_id'] === resultId);
      if (closing?.['votes'] === undefined) return null;
      return {
        votes: Number(closing['votes']),
        missing: Number(closing['votes_missing']),
        unexplained: Number(closing['votes_unexplained']),
        otherwise: Number(closing['votes_voided_otherwise']),
      };
    },
  });
}

export type Verification = Omit<Schemas['TrailsView'], 'trails'> & {
  trails: Nullable<Schemas['Trail'], 'last_sealed_at' | 'last_seal'>[];
};

/** Whether the trails are as they were sealed, and the votes as their trail says. */
export const verificationQuery = queryOptions({
  queryKey: adminKeys.verification,
  queryFn: ({ signal }) =>
    body<Verification>(api.GET('/api/admin/trails/verification', { signal })),
});
