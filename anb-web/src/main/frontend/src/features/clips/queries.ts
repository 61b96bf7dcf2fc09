import { queryOptions } from '@tanstack/react-query';
import { api, rows } from '../../api/client';
import type { OwnVideo } from '../../api/types';

/** The reader's clips, newest first. */
export const myClipsQuery = queryOptions({
  queryKey: ['me', 'videos'],
  queryFn: ({ signal }) =>
    rows<OwnVideo>(
      api.GET('/api/videos', {
        params: { query: { sort: '-uploaded_at', limit: 100 } },
        signal,
      }),
    ),
  // Clips whose progress is not followed live still get on.
  refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? 10_000 : false),
});

/** Whether something will still happen to a clip by itself. */
export function isUnderWay(clip: Pick<OwnVideo, 'status'>): boolean {
  return clip.status === 'uploaded' || clip.status === 'processing';
}
