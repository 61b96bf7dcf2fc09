import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import { SecondFactor } from './SecondFactor';

const FACTOR = '/api/me/second-factor';
const NONE = { required: true, since: null, recovery_codes_left: 0 };
const ON = { required: true, since: '2026-11-30T12:00:00Z', recovery_codes_left: 9 };

beforeEach(() => session.start({ accessToken: 'mine', refreshToken: null }));

it('is set up with the password and a code, and shows the recovery codes once', async () => {
  let enrolled = false;
  serve({
    [`GET ${FACTOR}`]: () => Response.json(enrolled ? ON : NONE),
    [`POST ${FACTOR}`]: async (request) =>
      ((await request.json()) as { password: string }).password === 'right'
        ? Response.json({
            secret: 'ABCD',
            uri: 'otpauth://x',
            qr_path: 'M4 4h1v1h-1z',
            qr_size: 29,
          })
        : problem(400, 'wrong_password', 'La contraseña actual no es correcta.'),
    [`POST ${FACTOR}/confirm`]: () => {
      enrolled = true;
      return Response.json({ recovery_codes: ['aaaa-bbbb-cccc-dddd'] });
    },
  });
  show(<SecondFactor />);
  const password = await screen.findByLabelText(/Tu contraseña/);
  await userEvent.type(password, 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Activar' }));
  expect(await screen.findByText('La contraseña actual no es correcta.')).toBeDefined();
  await userEvent.clear(password);
  await userEvent.type(password, 'right');
  await userEvent.click(screen.getByRole('button', { name: 'Activar' }));

  const picture = await screen.findByRole('img', { name: /Código QR/ });
  expect(picture.getAttribute('viewBox')).toBe('0 0 29 29');
  expect(screen.getByText('ABCD')).toBeDefined();
  await userEvent.type(screen.getByLabelText(/Código que muestra/), '081804');
  await userEvent.click(screen.getByRole('button', { name: 'Confirmar' }));
  expect(await screen.findByText('aaaa-bbbb-cccc-dddd')).toBeDefined();
  expect(await screen.findByText(/Te quedan 9 códigos/)).toBeDefined();
  expect(screen.queryByText('ABCD')).toBeNull();
});

it('is removed with the password', async () => {
  const sent: unknown[] = [];
  let enrolled = true;
  serve({
    [`GET ${FACTOR}`]: () => Response.json(enrolled ? ON : NONE),
    [`POST ${FACTOR}/remove`]: async (request) => {
      sent.push(await request.json());
      enrolled = false;
      return new Response(null, { status: 204 });
    },
  });
  show(<SecondFactor />);
  await userEvent.type(await screen.findByLabelText(/Tu contraseña/), 'right');
  await userEvent.click(screen.getByRole('button', { name: 'Desactivar' }));
  await waitFor(() => expect(sent).toEqual([{ password: 'right' }]));
  expect(await screen.findByRole('button', { name: 'Activar' })).toBeDefined();
});
