import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { LONGEST, pageOf } from './pages';

export type FraudReport = Omit<Schemas['FraudView'], 'flags'> & { flags: Flag[] };

export type Flag = Nullable<
  Schemas['FlagView'],
  | 'network'
  | 'address'
  | 'agent'
  | 'signup_network'
  | 'mail_domain'
  | 'video_id'
  | 'title'
  | 'player_id'
  | 'player_name'
  | 'voter_id'
  | 'voter_name'
>;

export type CastVote = Nullable<
  Schemas['CastVoteView'],
  'network' | 'address' | 'agent' | 'voter_name' | 'voter_since' | 'voided_at' | 'void_reason'
>;

export type VoteEvent = Nullable<
  Schemas['VoteEventView'],
  'voter_id' | 'actor_id' | 'reason' | 'network' | 'address' | 'agent'
>;

/** What votes must have in common to be listed. */
export interface VoteFilter {
  video_id?: string;
  player_id?: string;
  voter_id?: string;
  network?: string;
  address?: string;
  agent?: string;
  account_age_minutes?: string;
  signup_network?: string;
  mail_domain?: string;
  from?: string;
  to?: string;
}
/** The votes that an administrator voids or restores: those chosen, or all that a filter finds. */
export type VoteSelection =
  { votes: readonly Pick<CastVote, 'video_id' | 'voter_id'>[] } | { filter: VoteFilter };

export interface EventFilter {
  video_id?: string;
  voter_id?: string;
  from?: string;
  to?: string;
  kind?: VoteEvent['kind'];
}

/** When a period of some hours begins. */
export function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}

/** What looks like fraud in the last hours; an empty kind means any. */
export function fraudQuery(hours: number, kind: Flag['kind'] | '') {
  return queryOptions({
    queryKey: adminKeys.fraud(hours, kind),
    queryFn: ({ signal }) =>
      body<FraudReport>(
        api.GET('/api/admin/fraud', {
          params: {
            query: {
              from: hoursBefore(new Date(), hours),
              ...(kind && { kind }),
              limit: LONGEST,
            },
          },
          signal,
        }),
      ),
  });
}

/** Votes that a filter finds; without an offset the first hundred. */
export function votesQuery(filter: VoteFilter, offset?: number) {
  return queryOptions({
    queryKey: adminKeys.votes(filter, { offset }),
    queryFn: ({ signal }) =>
      rows<CastVote>(
        api.GET('/api/admin/votes', {
          params: {
            query: {
              ...withNumbers(filter),
              ...pageOf(offset),
            },
          },
          signal,
        }),
      ),
  });
}

/** What happened to votes, latest first. */
export function voteEventsQuery(filter: EventFilter, offset: number) {
  return queryOptions({
    queryKey: adminKeys.voteEvents(filter, offset),
    queryFn: ({ signal }) =>
      rows<VoteEvent>(
        api.GET('/api/admin/votes/events', {
          params: { query: { ...filter, ...pageOf(offset) } },
          signal,
        }),
      ),
  });
}

/** The page's address has text where the API has numbers. */
function withNumbers({ account_age_minutes: age, ...rest }: VoteFilter) {
  return { ...rest, ...(age && { account_age_minutes: Number(age) }) };
}

/** The selection as the API takes it; a filter that is left out does not narrow. */
function asBody(reason: string, selection: VoteSelection): Schemas['VoidingRequest'] {
  if ('votes' in selection) {
    const votes = selection.votes.map(({ video_id, voter_id }) => ({ video_id, voter_id }));
    return { reason, votes };
  }
  const filter = withNumbers(selection.filter);
  return { reason, filter: filter as NonNullable<Schemas['VoidingRequest']['filter']> };
}

/** Makes votes no longer count. */
export function voidVotes(reason: string, selection: VoteSelection) {
  return body(api.POST('/api/admin/votes/void', { body: asBody(reason, selection) }));
}

/** Makes voided votes count again. */
export function restoreVotes(reason: string, selection: VoteSelection) {
  return body(api.POST('/api/admin/votes/restore', { body: asBody(reason, selection) }));
}
