import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '../../testing/render';
import { serve } from '../../testing/server';
import { rankingKeys } from './api';
import { useLiveRanking } from './useLiveRanking';

const EVENTS = 'GET /api/public/leaderboard/events';

function Live() {
  return <p>{useLiveRanking() ? 'live' : 'polling'}</p>;
}

/** A stream of events that the test writes to. */
function stream() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  return {
    answer: new Response(readable, { headers: { 'Content-Type': 'text/event-stream' } }),
    send: (text: string) => writer.write(new TextEncoder().encode(text)),
  };
}

it('makes the ranking stale when events come', async () => {
  const { answer, send } = stream();
  serve({ [EVENTS]: () => answer });
  const { client } = show(<Live />);
  client.setQueryData(rankingKeys.top(5), { rows: [], total: 0 });
  await screen.findByText('live');
  const stale = () => client.getQueryState(rankingKeys.top(5))?.isInvalidated;
  expect(stale()).toBe(false);
  await send('event: leaderboard\ndata: {}\n\nevent: leaderboard\ndata: {}\n\n');
  await waitFor(() => expect(stale()).toBe(true), { timeout: 3_000 });
});

it('polls where the server has no events', async () => {
  const asked = serve({ [EVENTS]: () => Response.json({ code: 'not_found' }, { status: 404 }) });
  show(<Live />);
  await waitFor(() => expect(asked).toEqual([EVENTS]));
  expect(screen.getByText('polling')).toBeDefined();
});
