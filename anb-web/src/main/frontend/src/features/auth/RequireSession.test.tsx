import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { serve } from '../../testing/server';
import { RequireSession } from './RequireSession';

function page() {
  return (
    <Routes>
      <Route element={<RequireSession />}>
        <Route path="/me" element="Perfil" />
        <Route path="/admin" element="Administración" />
      </Route>
    </Routes>
  );
}

beforeEach(() => session.start({ accessToken: 'mine', refreshToken: null }));

it('leads an account that is not protected well enough to its profile', async () => {
  serve({ 'GET /api/me': () => Response.json({ user_id: 'a', role: 'admin', restricted: true }) });
  const { place } = show(page(), '/admin');
  expect(await screen.findByText('Perfil')).toBeDefined();
  expect(place.address).toBe('/me');
});

it('lets all others go where they want', async () => {
  const asked = serve({
    'GET /api/me': () => Response.json({ user_id: 'a', role: 'admin', restricted: false }),
  });
  const { place } = show(page(), '/admin');
  await waitFor(() => expect(asked).toContain('GET /api/me'));
  expect(await screen.findByText('Administración')).toBeDefined();
  expect(place.address).toBe('/admin');
});
