import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import { clipQuery } from './api';
import { VoteBox } from './VoteBox';

const CLIP = { video_id: 'c1', player_id: 'p1', title: 'Triple', votes: 3, user_vote: false };
const contest = (open: boolean, self_vote = false) =>
  Response.json({ phase: 'voting', voting_open: open, rules: { self_vote } });
const VOTE = '/api/public/videos/c1/vote';

/** The box as its page shows it: with the clip that the cache has. */
function Page() {
  const { data } = useQuery(clipQuery('c1'));
  return data && <VoteBox clip={data} />;
}

function shown(answers: Parameters<typeof serve>[0] = {}, clip: object = CLIP) {
  const asked = serve({
    'GET /api/public/videos/c1': () => Response.json(clip),
    'GET /api/contest': () => contest(true),
    'GET /api/me': () => Response.json({ user_id: 'fan', role: 'player' }),
    ...answers,
  });
  show(<Page />, '/videos/c1');
  return asked;
}

beforeEach(() => session.start({ accessToken: 'mine', refreshToken: null }));

it('sends who is not signed in to sign in, and back here', async () => {
  session.end();
  shown();
  const link = await screen.findByRole('link', { name: 'Entra para votar' });
  expect(link.getAttribute('href')).toBe('/login?next=%2Fvideos%2Fc1');
});

it('votes and takes the vote back, and shows the votes that the server counted', async () => {
  const asked = shown({
    [`POST ${VOTE}`]: () => Response.json({ votes: 5 }),
    [`DELETE ${VOTE}`]: () => Response.json({ votes: 4 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Votar' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Quitar mi voto' }));
  await screen.findByRole('button', { name: 'Votar' });
  expect(screen.getByText('4')).toBeDefined();
  expect(screen.getByText('Quitamos tu voto.')).toBeDefined();
  expect(asked.filter((each) => each.endsWith(VOTE))).toEqual([`POST ${VOTE}`, `DELETE ${VOTE}`]);
});

it('says why a vote was refused, and fetches the clip again', async () => {
  const asked = shown({ [`POST ${VOTE}`]: () => problem(400, 'already_voted', 'Ya votaste.') });
  await userEvent.click(await screen.findByRole('button', { name: 'Votar' }));
  expect(await screen.findByText('Ya votaste.')).toBeDefined();
  expect(asked.filter((each) => each === 'GET /api/public/videos/c1')).toHaveLength(2);
});

it('has no button while voting is closed', async () => {
  shown({ 'GET /api/contest': () => contest(false) });
  expect(await screen.findByText('La votación está cerrada.')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

it('has no button for the own clip', async () => {
  shown({ 'GET /api/me': () => Response.json({ user_id: 'p1', role: 'player' }) });
  expect(await screen.findByText(/Este video es tuyo/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
