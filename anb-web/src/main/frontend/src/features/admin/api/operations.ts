import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { LONGEST, pageOf } from './pages';

export type Dashboard = Omit<Schemas['DashboardView'], 'accounts' | 'videos' | 'failures'> & {
  accounts: Record<string, number>;
  videos: Record<string, number>;
  failures: Record<string, number>;
};

export type Count = Schemas['CountView'];

export type Job = Nullable<
  Schemas['AdministeredJobView'],
  | 'worker'
  | 'started_at'
  | 'finished_at'
  | 'retry_at'
  | 'error_detail'
  | 'failure_code'
  | 'owner_name'
>;

export type DeadLetter = Nullable<Schemas['DeadLetterView'], 'error_detail'>;

export const dashboardQuery = queryOptions({
  queryKey: adminKeys.dashboard,
  queryFn: ({ signal }) => body<Dashboard>(api.GET('/api/admin/dashboard', { signal })),
  refetchInterval: 30_000,
});

/** Jobs in a state; an empty state means any. */
export function jobsQuery(state: Job['state'] | '', offset: number) {
  return queryOptions({
    queryKey: adminKeys.jobs(state, offset),
    queryFn: ({ signal }) =>
      rows<Job>(
        api.GET('/api/admin/jobs', {
          params: { query: { ...(state && { state }), ...pageOf(offset) } },
          signal,
        }),
      ),
    refetchInterval: 10_000,
  });
}

export function replayJob(taskId: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/jobs/{task_id}/replay', { params: { path: { task_id: taskId } } }),
  );
}

export const deadLettersQuery = queryOptions({
  queryKey: adminKeys.deadLetters,
  queryFn: ({ signal }) =>
    body<DeadLetter[]>(
      api.GET('/api/admin/dead-letters', {
        params: { query: { limit: LONGEST } },
        signal,
      }),
    ),
});

export function replayDeadLetters(videoIds: string[]): Promise<unknown> {
  return body(api.POST('/api/admin/dead-letters/replay', { body: { video_ids: videoIds } }));
}
