import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { PublicVideo } from '../gallery';
import { showVote } from './useVote';

const before = { video_id: 'a', votes: 3, user_vote: false } as PublicVideo;

test('an answer from before the vote does not undo it', async () => {
  const client = new QueryClient();
  client.setQueryData(['clip', 'a'], before);
  let answer: (clip: PublicVideo) => void = () => {};
  const late = client
    .query({
      queryKey: ['clip', 'a'],
      queryFn: () => new Promise<PublicVideo>((resolve) => (answer = resolve)),
    })
    .catch(() => null);

  await showVote(client, 'a', 4, true);
  answer(before);
  await late;

  expect(client.getQueryData(['clip', 'a'])).toEqual({ ...before, votes: 4, user_vote: true });
});
