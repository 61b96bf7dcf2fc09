import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../../api/client';
import { download } from '../../../api/files';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';

export type AdminContest = Nullable<
  Schemas['AdminContestView'],
  | 'submission_opens'
  | 'submission_closes'
  | 'voting_opens'
  | 'voting_closes'
  | 'clips_per_player'
  | 'result_id'
  | 'published_at'
  | 'updated_at'
>;

export type ContestSettings = Schemas['ContestRequest'];

export type Standing = Nullable<Schemas['Standing'], 'username' | 'last_vote_at'>;

export type Result = Omit<Schemas['ResultView'], 'cities' | 'published_at' | 'verification'> & {
  published_at?: string | null;
  verification?: Schemas['Verified'] | null;
  cities: (Omit<Schemas['CityResult'], 'players'> & { players: Standing[] })[];
};

export type WinnerNetworks = Nullable<Schemas['WinnerNetworksView'], 'username'>;

/** From how few networks the votes of those come who would win now. */
export const winnerNetworksQuery = queryOptions({
  queryKey: adminKeys.winnerNetworks,
  queryFn: ({ signal }) =>
    body<WinnerNetworks[]>(api.GET('/api/admin/contest/winner-networks', { signal })),
});

export const adminContestQuery = queryOptions({
  queryKey: adminKeys.contest,
  queryFn: ({ signal }) => body<AdminContest>(api.GET('/api/admin/contest', { signal })),
});

export function saveContest(settings: ContestSettings): Promise<AdminContest> {
  return body<AdminContest>(api.PUT('/api/admin/contest', { body: settings }));
}

/**
 * Ends the contest and computes its result.
 *
 * @param reason for ending it before its time; null if its time is over
 */
export function closeContest(reason: string | null): Promise<unknown> {
  return body(
    api.POST('/api/admin/contest/close', {
      body: reason === null ? { force: false, reason: '' } : { force: true, reason },
    }),
  );
}

export function publishResult(): Promise<unknown> {
  return body(api.POST('/api/admin/contest/publish'));
}

/** Opens the voting again, until a local time of the contest's zone. */
export function reopenContest(reason: string, votingCloses: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/contest/reopen', { body: { reason, voting_closes: votingCloses } }),
  );
}

/** The latest result; the server computes it again to verify it. */
export const resultQuery = queryOptions({
  queryKey: adminKeys.result,
  queryFn: ({ signal }) => body<Result>(api.GET('/api/admin/contest/result', { signal })),
});

const RESULT_FILES = {
  'result.csv': '/api/admin/contest/result.csv',
  'result.json': '/api/admin/contest/result.json',
  'inputs.json': '/api/admin/contest/result/inputs',
} as const;

export type ResultFile = keyof typeof RESULT_FILES;

export function downloadResult(file: ResultFile): Promise<void> {
  return download(RESULT_FILES[file], file);
}
