import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { PublicVideo } from '../gallery';

export const clipKeys = {
  one: (id: string) => ['clip', id] as const,
};

/** One published clip. */
export function clipQuery(id: string) {
  return queryOptions({
    queryKey: clipKeys.one(id),
    queryFn: ({ signal }) =>
      body<PublicVideo>(
        api.GET('/api/public/videos/{video_id}', {
          params: { path: { video_id: id } },
          signal,
        }),
      ),
  });
}

/** Votes for a clip; returns how many votes it has now. */
export function castVote(id: string) {
  return body(
    api.POST('/api/public/videos/{video_id}/vote', { params: { path: { video_id: id } } }),
  );
}

/** Takes the reader's vote back; returns how many votes the clip has now. */
export function takeVoteBack(id: string) {
  return body(
    api.DELETE('/api/public/videos/{video_id}/vote', { params: { path: { video_id: id } } }),
  );
}
