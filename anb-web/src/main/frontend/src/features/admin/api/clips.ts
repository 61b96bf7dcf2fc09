import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../../api/client';
import { fetchFile } from '../../../api/files';
import type { Nullable, Schemas } from '../../../api/types';
import { adminKeys } from './keys';
import { pageOf } from './pages';

export type Moderated = Nullable<
  Schemas['ModeratedView'],
  | 'processed_at'
  | 'published_at'
  | 'withheld_at'
  | 'withheld_by'
  | 'withheld_reason'
  | 'failure_code'
  | 'duration'
  | 'processed_url'
  | 'poster_url'
>;

export type ClipState = 'pending' | 'published' | 'withheld' | 'withdrawn' | 'failed' | 'waiting';

export interface ClipFilter {
  state: ClipState;
  city?: string;
  q?: string;
}

/** Clips in a state, for moderation; without an offset the first hundred. */
export function clipsQuery({ state, city, q }: ClipFilter, offset?: number) {
  return queryOptions({
    queryKey: adminKeys.clips({ state, city, q, offset }),
    queryFn: ({ signal }) =>
      rows<Moderated>(
        api.GET('/api/admin/videos', {
          params: {
            query: {
              state,
              ...(city && { city }),
              ...(q && { q }),
              ...pageOf(offset),
            },
          },
          signal,
        }),
      ),
  });
}

const clip = (id: string) => ({ params: { path: { video_id: id } } });

export function approveClip(id: string): Promise<unknown> {
  return body(api.POST('/api/admin/videos/{video_id}/approve', clip(id)));
}

export function rejectClip(id: string, reason: string): Promise<unknown> {
  return body(api.POST('/api/admin/videos/{video_id}/reject', { ...clip(id), body: { reason } }));
}

export function takeClipDown(id: string, reason: string): Promise<unknown> {
  return body(
    api.POST('/api/admin/videos/{video_id}/take-down', { ...clip(id), body: { reason } }),
  );
}

export function restoreClip(id: string): Promise<unknown> {
  return body(api.POST('/api/admin/videos/{video_id}/restore', clip(id)));
}

/** A film or a picture that only an administrator gets. */
export function fileQuery(url: string) {
  return queryOptions({
    queryKey: adminKeys.file(url),
    queryFn: ({ signal }) => fetchFile(url, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
