import type { AuditFilter } from './audit';
import type { SecurityFilter } from './security';
import type { EventFilter, VoteFilter } from './votes';

const ADMIN = ['admin'] as const;

/** The keys of everything that the pages of administrators fetch. */
export const adminKeys = {
  all: ADMIN,
  contest: [...ADMIN, 'contest'] as const,
  winnerNetworks: [...ADMIN, 'winner-networks'] as const,
  result: [...ADMIN, 'result'] as const,
  dashboard: [...ADMIN, 'dashboard'] as const,
  clips: (filter: object) => [...ADMIN, 'videos', filter] as const,
  jobs: (state: string, offset: number) => [...ADMIN, 'jobs', state, offset] as const,
  deadLetters: [...ADMIN, 'dead-letters'] as const,
  accounts: (filter: object) => [...ADMIN, 'accounts', filter] as const,
  fraud: (hours: number, kind: string) => [...ADMIN, 'fraud', hours, kind] as const,
  votes: (filter: VoteFilter, page: object) => [...ADMIN, 'votes', filter, page] as const,
  voteEvents: (filter: EventFilter, offset: number) =>
    [...ADMIN, 'votes', 'events', filter, offset] as const,
  audit: (filter: AuditFilter, offset: number) => [...ADMIN, 'audit', filter, offset] as const,
  securityEvents: (filter: SecurityFilter, offset: number) =>
    [...ADMIN, 'security-events', filter, offset] as const,
  verification: [...ADMIN, 'verification'] as const,
  file: (url: string) => [...ADMIN, 'file', url] as const,
};
