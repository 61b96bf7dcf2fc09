import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, body, nextOffset, rows } from '../../api/client';
import { fetchFile } from '../../api/files';
import { PRIVATE } from '../../api/queryKeys';
import type { Schemas } from '../../api/types';

/** Members that are null while they have no value. */
type Nullable<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };

export type Criterion = Schemas['CriterionView'];
export type JuryProgress = Schemas['JuryProgressView'];
export type QueuedClip = Nullable<
  Schemas['QueuedClipView'],
  'duration' | 'saved_at' | 'submitted_at' | 'total' | 'title' | 'username' | 'city'
>;
export type ClipState = QueuedClip['state'];
export type Sheet = Nullable<
  Schemas['SheetView'],
  'comment' | 'saved_at' | 'submitted_at' | 'total' | 'reopened_at' | 'reopen_reason'
>;
export type OpenSheet = Omit<Schemas['OpenSheetView'], 'clip' | 'sheet'> & {
  clip: QueuedClip;
  sheet: Sheet;
};

/** What a juror writes. */
export interface Draft {
  scores: Schemas['ScoreRequest'][];
  comment: string;
}

/** Clips on a page. */
const PAGE = 50;

export const STATES = ['todo', 'draft', 'submitted', 'conflict'] as const;

export const juryKeys = {
  all: [...PRIVATE, 'jury'] as const,
  queues: () => [...juryKeys.all, 'queue'] as const,
  queue: (state: ClipState | null) => [...juryKeys.queues(), state] as const,
  progress: () => [...juryKeys.all, 'progress'] as const,
  next: () => [...juryKeys.all, 'next'] as const,
  sheet: (id: string) => [...juryKeys.all, 'sheet', id] as const,
  file: (url: string) => [...juryKeys.all, 'file', url] as const,
};

/** The clips that the reader judges, page after page; null for those in any state. */
export function queueQuery(state: ClipState | null) {
  return infiniteQueryOptions({
    queryKey: juryKeys.queue(state),
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      rows<QueuedClip>(
        api.GET('/api/jury/assignments', {
          params: { query: { limit: PAGE, offset: pageParam, ...(state && { state }) } },
          signal,
        }),
      ),
    getNextPageParam: (last, _all, offset) => nextOffset(last, offset),
  });
}

/** How many clips the reader has judged. */
export const progressQuery = queryOptions({
  queryKey: juryKeys.progress(),
  queryFn: ({ signal }) => body<JuryProgress>(api.GET('/api/jury/progress', { signal })),
});

/** The clip to judge next: a begun one before a new one; null if there is none. */
export const nextQuery = queryOptions({
  queryKey: juryKeys.next(),
  queryFn: async ({ signal }) => {
    for (const state of ['draft', 'todo'] as const) {
      const found = await rows<QueuedClip>(
        api.GET('/api/jury/assignments', { params: { query: { state, limit: 1 } }, signal }),
      );
      if (found.rows[0]) return found.rows[0];
    }
    return null;
  },
});

/** A clip with its sheet. */
export function sheetQuery(id: string) {
  return queryOptions({
    queryKey: juryKeys.sheet(id),
    queryFn: ({ signal }) => readSheet(id, signal),
  });
}

/** A clip with its sheet as the server has it now. */
export function readSheet(id: string, signal?: AbortSignal): Promise<OpenSheet> {
  return body(
    api.GET('/api/jury/assignments/{assignment_id}', {
      params: { path: { assignment_id: id } },
      ...(signal && { signal }),
    }) as Promise<{ data?: OpenSheet; error?: unknown; response: Response }>,
  );
}

/** A file that needs the token, as a whole; there is no time limit. */
export function fileQuery(url: string) {
  return queryOptions({
    queryKey: juryKeys.file(url),
    queryFn: ({ signal }) => fetchFile(url, signal),
    // Only the clip on the screen is kept, and not fetched twice.
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Saves a draft; returns the sheet with its new version. */
export function saveSheet(id: string, version: number, { scores, comment }: Draft) {
  return body<OpenSheet>(
    api.PUT('/api/jury/assignments/{assignment_id}/sheet', {
      params: { path: { assignment_id: id } },
      body: { version, scores, comment },
    }),
  );
}

export function submitSheet(id: string, version: number) {
  return body<OpenSheet>(
    api.POST('/api/jury/assignments/{assignment_id}/submit', {
      params: { path: { assignment_id: id }, query: { version } },
    }),
  );
}

export function declareConflict(id: string, reason: string) {
  return body(
    api.POST('/api/jury/assignments/{assignment_id}/conflict', {
      params: { path: { assignment_id: id } },
      body: { reason },
    }),
  );
}

/** After a sheet changed: fetches lists and numbers again; the sheet itself is known. */
export function refreshLists(client: QueryClient): void {
  for (const queryKey of [juryKeys.queues(), juryKeys.progress(), juryKeys.next()]) {
    void client.invalidateQueries({ queryKey });
  }
}
