import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem';
import { galleryKeys, type PublicVideo } from '../gallery';
import { rankingKeys } from '../ranking';
import { castVote, clipKeys, takeVoteBack } from './api';

/** Shows a clip with the votes that it has after the reader voted. */
export async function showVote(
  client: QueryClient,
  videoId: string,
  votes: number,
  voted: boolean,
): Promise<void> {
  const queryKey = clipKeys.one(videoId);
  // An answer to a request from before the vote would show the state before the vote.
  await client.cancelQueries({ queryKey });
  client.setQueryData<PublicVideo>(queryKey, (before) =>
    before ? { ...before, votes, user_vote: voted } : before,
  );
}

/** Casts a vote for a clip (true), or takes it back (false). */
export function useVote(clip: PublicVideo) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) =>
      wanted ? castVote(clip.video_id) : takeVoteBack(clip.video_id),
    onSuccess: async ({ votes }, wanted) => {
      await showVote(client, clip.video_id, votes, wanted);
      void client.invalidateQueries({ queryKey: galleryKeys.all });
      void client.invalidateQueries({ queryKey: rankingKeys.all });
    },
    onError: (error) => {
      // What is shown is out of date, for example after a vote from another device.
      if (!ApiProblem.of(error).passing) {
        void client.invalidateQueries({ queryKey: clipKeys.one(clip.video_id) });
      }
    },
  });
}
