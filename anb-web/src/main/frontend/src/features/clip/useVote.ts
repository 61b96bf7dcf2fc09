import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { PublicVideo } from '../../api/types';

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
    onSuccess: ({ votes }, wanted) => {
      client.setQueryData<PublicVideo>(['clip', clip.video_id], (before) =>
        before ? { ...before, votes, user_vote: wanted } : before,
      );
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
