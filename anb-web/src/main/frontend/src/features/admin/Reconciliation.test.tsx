import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '../../testing/render';
import { serve } from '../../testing/server';
import { Reconciliation } from './Reconciliation';

function closing(resultId: string, detail: object) {
  return {
    id: resultId,
    at: '2026-11-30T12:00:00Z',
    action: 'contest.close',
    detail: { result_id: resultId, ...detail },
  };
}

const ALL_WELL = { votes: 1200, votes_missing: 0, votes_unexplained: 0, votes_voided_otherwise: 0 };

function trail(...entries: object[]) {
  serve({ 'GET /api/admin/audit': () => Response.json(entries) });
}

it('says of the closing that made the result that the votes were as their trail says', async () => {
  trail(closing('r2', { ...ALL_WELL, votes_missing: 9 }), closing('r1', ALL_WELL));
  show(<Reconciliation resultId="r1" />);
  expect(await screen.findByText(/los votos coincidían/)).toBeDefined();
  expect(screen.getByText(/0 faltan, 0 sin historia, 0 con otra anulación/)).toBeDefined();
});

it('warns of every kind of difference', async () => {
  trail(closing('r1', { ...ALL_WELL, votes_missing: 2, votes_unexplained: 3 }));
  show(<Reconciliation resultId="r1" />);
  expect(await screen.findByText(/no coincidían/)).toBeDefined();
  expect(screen.getByText(/2 faltan, 3 sin historia/)).toBeDefined();
});

it('says nothing where the trail says nothing', async () => {
  trail(closing('other', ALL_WELL), closing('r1', { votes: undefined }));
  const { client } = show(<Reconciliation resultId="r1" />);
  await expect.poll(() => client.isFetching()).toBe(0);
  expect(document.body.textContent).toBe('');
});
