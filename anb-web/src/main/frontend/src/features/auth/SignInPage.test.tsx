import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import SignInPage from './SignInPage';

const LOGIN = 'POST /api/auth/login';
const TOKENS = { access_token: 'a', refresh_token: 'r' };

beforeEach(() => session.end());

async function typePassword() {
  await userEvent.type(screen.getByLabelText(/Correo/), 'ana@anb.example');
  await userEvent.type(screen.getByLabelText(/^Contraseña/), 'Tiro-de-3-puntos!');
  await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
}

it('signs in at once where no code is asked for', async () => {
  const sent: unknown[] = [];
  serve({
    [LOGIN]: async (request) => {
      sent.push(await request.json());
      return Response.json(TOKENS);
    },
  });
  const { place } = show(<SignInPage />, '/login?next=%2Fupload');
  await typePassword();
  await waitFor(() => expect(place.address).toBe('/upload'));
  expect(session.token).toBe('a');
  expect(sent).toEqual([
    { email: 'ana@anb.example', password: 'Tiro-de-3-puntos!', code: null, proof: null },
  ]);
});

it('asks for the code of an account with a second factor, and sends everything again', async () => {
  const sent: { code?: string }[] = [];
  serve({
    [LOGIN]: async (request) => {
      const body = (await request.json()) as { code?: string };
      sent.push(body);
      if (!body.code) return problem(401, 'second_factor_required', 'Falta el código.');
      return body.code === '081804'
        ? Response.json(TOKENS)
        : problem(401, 'invalid_second_factor', 'El código no es correcto.');
    },
  });
  const { place } = show(<SignInPage />, '/login');
  await typePassword();

  const code = await screen.findByLabelText(/Código/);
  // That a code is needed is no failure.
  expect(screen.queryByText('Falta el código.')).toBeNull();
  expect(session.token).toBeNull();
  await userEvent.type(code, '111111');
  await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
  expect(await screen.findByText('El código no es correcto.')).toBeDefined();

  await userEvent.clear(screen.getByLabelText(/Código/));
  await userEvent.type(screen.getByLabelText(/Código/), ' 081804 ');
  await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
  await waitFor(() => expect(place.address).toBe('/videos'));
  expect(sent.at(-1)).toEqual({
    email: 'ana@anb.example',
    password: 'Tiro-de-3-puntos!',
    code: '081804',
    proof: null,
  });
});

it('goes back to the password', async () => {
  serve({ [LOGIN]: () => problem(401, 'second_factor_required', '') });
  show(<SignInPage />, '/login');
  await typePassword();
  await userEvent.click(await screen.findByRole('button', { name: 'Volver' }));
  expect(await screen.findByLabelText(/^Contraseña/)).toBeDefined();
});

it('works for the password and again for the code while others attack the account', async () => {
  const sent: { code?: string; proof?: string }[] = [];
  serve({
    [LOGIN]: async (request) => {
      const body = (await request.json()) as { code?: string; proof?: string };
      sent.push(body);
      if (!body.proof?.startsWith(`challenge-${sent.length - 1}.`)) {
        return Response.json(
          {
            status: 429,
            code: 'proof_of_work_required',
            proof_of_work: { challenge: `challenge-${sent.length}`, bits: 4 },
          },
          { status: 429 },
        );
      }
      return body.code ? Response.json(TOKENS) : problem(401, 'second_factor_required', '');
    },
  });
  const { place } = show(<SignInPage />, '/login');
  await typePassword();

  await userEvent.type(await screen.findByLabelText(/Código/), '081804');
  await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
  await waitFor(() => expect(place.address).toBe('/videos'));
  expect(sent.map(({ code, proof }) => [code, proof?.split('.')[0]])).toEqual([
    [null, undefined],
    [null, 'challenge-1'],
    ['081804', undefined],
    ['081804', 'challenge-3'],
  ]);
});
