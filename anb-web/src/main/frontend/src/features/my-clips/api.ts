import { queryOptions } from '@tanstack/react-query';
import { api, body, rows } from '../../api/client';
import { PRIVATE } from '../../api/queryKeys';
import type { Nullable, Schemas } from '../../api/types';

/** A clip as its player sees it. */
export type OwnVideo = Nullable<
  Omit<Schemas['ListedVideoView'], 'moderation'>,
  'processed_at' | 'processed_url' | 'failure'
> & { moderation?: { state: string; reason?: string } };
/** How far the processing of a clip is. */
export type Progress = Nullable<
  Schemas['ProgressView'],
  'processed_url' | 'poster_url' | 'failure'
>;

export const myClipsKeys = {
  all: [...PRIVATE, 'videos'] as const,
};

/** The reader's clips, newest first. */
export const myClipsQuery = queryOptions({
  queryKey: myClipsKeys.all,
  queryFn: ({ signal }) =>
    rows<OwnVideo>(
      api.GET('/api/videos', {
        params: { query: { sort: '-uploaded_at', limit: 100 } },
        signal,
      }),
    ),
  // Only some clips have an open stream of events; the others change as well.
  refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? 10_000 : false),
});

/** Whether a clip is still waiting for its processing or being processed. */
export function isUnderWay(clip: Pick<OwnVideo, 'status'>): boolean {
  return clip.status === 'uploaded' || clip.status === 'processing';
}

/** The stream of events of a clip's processing. */
export function progressEvents(id: string): string {
  return `/api/videos/${id}/events`;
}

export async function publishClip(id: string): Promise<void> {
  await body(api.POST('/api/videos/{video_id}/publish', { params: { path: { video_id: id } } }));
}

export async function withdrawClip(id: string): Promise<void> {
  await body(api.POST('/api/videos/{video_id}/withdraw', { params: { path: { video_id: id } } }));
}

export async function deleteClip(id: string): Promise<void> {
  await body(api.DELETE('/api/videos/{video_id}', { params: { path: { video_id: id } } }));
}
