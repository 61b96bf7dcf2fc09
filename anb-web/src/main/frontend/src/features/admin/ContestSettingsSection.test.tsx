import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import type { AdminContest } from './api/contest';
import { ContestSettingsSection } from './ContestSettingsSection';

const CONTEST: AdminContest = {
  version: 4,
  phase: 'submission',
  name: 'Concurso',
  time_zone: 'America/Bogota',
  publish_mode: 'auto',
  self_vote: false,
  accept_quicktime: true,
  public_weight: 0.6,
  jury_weight: 0.4,
  winners_per_city: 3,
  clips_per_player: 2,
  gallery_after_judging: false,
};

it('sends what was filled in, and shows what the server refuses beside its field', async () => {
  const sent: unknown[] = [];
  let refuse = true;
  serve({
    'PUT /api/admin/contest': async (request) => {
      sent.push(await request.json());
      return refuse
        ? problem(400, 'invalid_field', 'No', [
            { field: 'gallery_after_judging', code: 'judging_time', message: 'Falta tiempo.' },
          ])
        : Response.json(CONTEST);
    },
  });
  const onSaved = vi.fn();
  show(<ContestSettingsSection contest={CONTEST} onSaved={onSaved} onReload={vi.fn()} />);
  const judged = screen.getByRole('checkbox', { name: /Primero califica el jurado/ });

  await userEvent.click(judged);
  await userEvent.clear(screen.getByLabelText(/Videos por jugador/));
  await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  expect(await screen.findByText('Falta tiempo.')).toBeDefined();
  expect(judged.getAttribute('aria-invalid')).toBe('true');
  refuse = false;
  await userEvent.click(judged);
  await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
  await expect.poll(() => onSaved.mock.calls.length).toBe(1);

  const same = {
    version: 4,
    name: 'Concurso',
    time_zone: 'America/Bogota',
    publish_mode: 'auto',
    self_vote: false,
    accept_quicktime: true,
    public_weight: 0.6,
    jury_weight: 0.4,
    winners_per_city: 3,
    clips_per_player: null,
  };
  expect(sent).toEqual([
    { ...same, gallery_after_judging: true },
    { ...same, gallery_after_judging: false },
  ]);
});
