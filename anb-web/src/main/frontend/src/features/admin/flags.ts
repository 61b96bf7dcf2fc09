import { localOf } from './instants';
import type { Flag, VoteFilter } from './api/votes';

/** What the votes of a flag have in common, as the filter of the list of votes. */
export function filterOf(flag: Pick<Flag, 'votes_url'>): VoteFilter {
  const url = new URL(flag.votes_url, 'http://localhost');
  return Object.fromEntries(url.searchParams);
}

/** The page that lists the votes of a flag, where all of them can be voided. */
export function votesPage(flag: Pick<Flag, 'votes_url'>): string {
  const query = { ...filterOf(flag) };
  if (query.from) query.from = localOf(query.from);
  if (query.to) query.to = localOf(query.to, true);
  return `/admin/votes?${new URLSearchParams({ ...query }).toString()}`;
}
