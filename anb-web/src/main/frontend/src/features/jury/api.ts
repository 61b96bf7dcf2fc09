import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, body, rows, sessionFetch } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
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

/** Clips a request asks for. */
const PAGE = 50;

export const STATES = ['todo', 'draft', 'submitted', 'conflict'] as const;

// Below "me": what a juror saw goes when the juror signs out.
const JURY = ['me', 'jury'] as const;

/** The clips that the reader judges, page after page; null for those in any state. */
export function queueQuery(state: ClipState | null) {
  return infiniteQueryOptions({
    queryKey: [...JURY, 'queue', state],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      rows<QueuedClip>(
        api.GET('/api/jury/assignments', {
          params: { query: { limit: PAGE, offset: pageParam, ...(state && { state }) } },
          signal,
        }),
      ),
    getNextPageParam: (last, _all, offset) =>
      offset + last.rows.length < last.total && last.rows.length > 0
        ? offset + last.rows.length
        : undefined,
  });
}

/** How many clips the reader has judged. */
export const progressQuery = queryOptions({
  queryKey: [...JURY, 'progress'],
  queryFn: ({ signal }) => body<JuryProgress>(api.GET('/api/jury/progress', { signal })),
});

/** The clip to judge next: a begun one before a new one; null if there is none. */
export const nextQuery = queryOptions({
  queryKey: [...JURY, 'next'],
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
    queryKey: [...JURY, 'sheet', id],
    queryFn: ({ signal }) =>
      body<OpenSheet>(
        api.GET('/api/jury/assignments/{assignment_id}', {
          params: { path: { assignment_id: id } },
          signal,
        }) as Promise<{ data?: OpenSheet; error?: unknown; response: Response }>,
      ),
  });
}

/** A file that is only given to whoever is signed in, whole: it may take as long as it takes. */
export function fileQuery(url: string) {
  return queryOptions({
    queryKey: [...JURY, 'file', url],
    queryFn: async ({ signal }) => {
      const answer = await sessionFetch(new Request(url, { signal }), null);
      if (!answer.ok) {
        const said: unknown = await answer.json().catch(() => null);
        throw ApiProblem.from(answer.status, said);
      }
      return answer.blob();
    },
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

/** After a sheet changed: lists and numbers are asked again, the sheet itself is known. */
export function refreshLists(client: QueryClient): void {
  for (const what of ['queue', 'progress', 'next']) {
    void client.invalidateQueries({ queryKey: [...JURY, what] });
  }
}
