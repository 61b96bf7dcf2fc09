import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { PublicVideo } from '../../api/types';

/** Shows what became of a vote. */
export async function showVote(
  client: QueryClient,
  videoId: string,
  votes: number,
  voted: boolean,
): Promise<void> {
  // What was asked before the vote may come after it, and would show the state before it.
  await client.cancelQueries({ queryKey: ['clip', videoId] });
  client.setQueryData<PublicVideo>(['clip', videoId], (before) =>
    before ? { ...before, votes, user_vote: voted } : before,
  );
}

/** Casts a vote for a clip, or takes it back. */
export function useVote(clip: PublicVideo) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: boolean) => {
      const target = { params: { path: { video_id: clip.video_id } } };
      const call = wanted
        ? api.POST('/api/public/videos/{video_id}/vote', target)
        : api.DELETE('/api/public/videos/{video_id}/vote', target);
      return body(call);
    },
    onSuccess: async ({ votes }, wanted) => {
      await showVote(client, clip.video_id, votes, wanted);
      void client.invalidateQueries({ queryKey: ['gallery'] });
      void client.invalidateQueries({ queryKey: ['leaderboard'] });
    },
    onError: (error) => {
      // What is shown is out of date, for example after a vote from another device.
      if (!ApiProblem.of(error).passing) {
        void client.invalidateQueries({ queryKey: ['clip', clip.video_id] });
      }
    },
  });
}
