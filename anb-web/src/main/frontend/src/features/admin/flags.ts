import { localOf } from './instants';
import type { Flag } from './types';

/** What the votes of a flag have in common, as the list of votes is asked for it. */
export function votesQuery(flag: Pick<Flag, 'votes_url'>): Record<string, string> {
  const url = new URL(flag.votes_url, 'http://localhost');
  return Object.fromEntries(url.searchParams);
}

/** The page that lists the votes of a flag, where all of them can be voided. */
export function votesPage(flag: Pick<Flag, 'votes_url'>): string {
  const query = votesQuery(flag);
  if (query['from']) query['from'] = localOf(query['from']);
  if (query['to']) query['to'] = localOf(query['to'], true);
  return `/admin/votes?${new URLSearchParams(query).toString()}`;
}

/** When a period of some hours begins. */
export function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}
