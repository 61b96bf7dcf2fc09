import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import { DeleteAccount } from './DeleteAccount';
import { OwnSessions } from './OwnSessions';

const times = { created_at: '2026-11-30T12:00:00Z', used_at: '2026-11-30T12:00:00Z' };
const HERE = { ...times, session_id: 's1', agent: 'Firefox', current: true };
const THERE = { ...times, session_id: 's2', agent: 'Teléfono', current: false };

beforeEach(() => session.start({ accessToken: 'mine', refreshToken: null }));

it('ends single sessions, but not the present one', async () => {
  let rows = [HERE, THERE];
  serve({
    'GET /api/me/sessions': () => Response.json(rows),
    'DELETE /api/me/sessions/s2': () => {
      rows = [HERE];
      return new Response(null, { status: 204 });
    },
  });
  show(<OwnSessions />);
  await userEvent.click(await screen.findByRole('button', { name: 'Cerrar: Teléfono' }));
  await expect.poll(() => screen.queryByText('Teléfono')).toBeNull();
  expect(screen.getByText('Esta sesión')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

it('deletes the account only with the password', async () => {
  const sent: unknown[] = [];
  serve({
    'POST /api/me/deletion': async (request) => {
      const body = (await request.json()) as { password: string };
      sent.push(body);
      return body.password === 'right'
        ? new Response(null, { status: 204 })
        : problem(400, 'wrong_password', 'La contraseña actual no es correcta.');
    },
  });
  const me = { email: 'ana@anb.example' } as Parameters<typeof DeleteAccount>[0]['me'];
  const { place } = show(<DeleteAccount me={me} />, '/me');
  await userEvent.click(screen.getByRole('button', { name: 'Eliminar mi cuenta' }));
  const password = await screen.findByLabelText(/Tu contraseña/);
  await userEvent.type(password, 'wrong');
  const act = screen.getByRole('button', { name: 'Sí, eliminar todo' });
  await userEvent.click(act);
  expect(await screen.findByText('La contraseña actual no es correcta.')).toBeDefined();
  expect(session.token).toBe('mine');
  await userEvent.clear(password);
  await userEvent.type(password, 'right');
  await userEvent.click(act);
  await expect.poll(() => place.address).toBe('/');
  expect(session.token).toBeNull();
  expect(sent).toEqual([{ password: 'wrong' }, { password: 'right' }]);
});
