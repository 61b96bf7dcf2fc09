import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { serve } from '../../testing/server';
import { measure } from './measure';
import { resumable } from './resumable';
import UploadPage from './UploadPage';

// jsdom reads no films.
vi.mock('./measure', () => ({ measure: vi.fn() }));
vi.mock('./header', () => ({ headerFault: () => Promise.resolve(null) }));

const RULES = {
  min_seconds: 20,
  max_seconds: 60,
  tolerance_ms: 500,
  shown_seconds: 30,
  min_height: 1080,
  max_side: 8192,
  max_pixels: 8192 * 4320,
  max_bytes: 100,
  accept_quicktime: true,
};
const FILM = new File(['film'], 'jugada.mp4', { type: 'video/mp4' });

beforeEach(() => {
  session.start({ accessToken: 'mine', refreshToken: null });
  vi.mocked(measure).mockResolvedValue({ duration: 30, width: 1920, height: 1080 });
  URL.createObjectURL = () => 'blob:film';
  URL.revokeObjectURL = () => undefined;
});

async function choose(open = true) {
  serve({
    'GET /api/contest': () => Response.json({ uploads_open: open, rules: RULES }),
    'GET /api/me': () => Response.json({ user_id: 'u1' }),
  });
  const shown = show(<UploadPage />, '/upload');
  if (!open) return shown;
  await screen.findByRole('button', { name: 'Elegir archivo' });
  const input = shown.container.querySelector<HTMLInputElement>('input[type="file"]');
  if (input) await userEvent.upload(input, FILM);
  return shown;
}
const send = () => screen.findByRole('button', { name: 'Subir video' });

it('takes no clips while the contest takes none', async () => {
  await choose(false);
  expect(await screen.findByText(/Las inscripciones están cerradas/)).toBeDefined();
});

it('says what is wrong with a clip before anything is sent', async () => {
  vi.mocked(measure).mockResolvedValue({ duration: 5, width: 1920, height: 1080 });
  const sent = vi.spyOn(resumable, 'send');
  await choose();
  expect(await screen.findByText(/Dura 5 s\. El mínimo son 20 s\./)).toBeDefined();
  expect((await send()).getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(await send());
  expect(sent).not.toHaveBeenCalled();
});

it('sends the clip with its title and goes on to the clips of the player', async () => {
  const sent = vi.spyOn(resumable, 'send').mockResolvedValue('v1');
  const { place } = await choose();
  await userEvent.type(await screen.findByLabelText('Título de tu jugada'), ' Triple ');
  await waitFor(async () => expect((await send()).getAttribute('aria-disabled')).toBeNull());
  await userEvent.click(await send());
  await waitFor(() => expect(place.address).toBe('/me/videos'));
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ title: 'Triple', accountId: 'u1' });
});

it('sends which part of the clip is shown and which frame is its poster', async () => {
  vi.mocked(measure).mockResolvedValue({ duration: 55, width: 1920, height: 1080 });
  const sent = vi.spyOn(resumable, 'send').mockResolvedValue('v1');
  await choose();
  const slide = async (name: string, to: number) =>
    fireEvent.change(await screen.findByRole('slider', { name }), { target: { value: to } });
  await slide('Dónde empieza lo que se publica', 20);
  await slide('Imagen de portada', 25.5);
  // The poster stays as long as it lies in the part, and is its first frame again when it does not.
  await slide('Dónde empieza lo que se publica', 10);
  const poster = screen.getByRole<HTMLInputElement>('slider', { name: 'Imagen de portada' });
  expect(poster.value).toBe('25.5');
  await slide('Dónde empieza lo que se publica', 26);
  expect(poster.value).toBe('26');
  await slide('Imagen de portada', 30.2);
  await userEvent.type(screen.getByLabelText('Título de tu jugada'), 'Triple');
  await userEvent.click(await send());
  await waitFor(() => expect(sent).toHaveBeenCalled());
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ startMillis: 26_000, posterMillis: 30_200 });
});

it('shows why a clip was refused and keeps file and title', async () => {
  vi.spyOn(resumable, 'send').mockRejectedValue(
    new ApiProblem(400, 'invalid_file', 'No es un MP4.'),
  );
  await choose();
  await userEvent.type(await screen.findByLabelText('Título de tu jugada'), 'Triple');
  await waitFor(async () => expect((await send()).getAttribute('aria-disabled')).toBeNull());
  await userEvent.click(await send());
  expect((await screen.findByRole('alert')).textContent).toContain('No es un MP4.');
  expect(screen.getByLabelText<HTMLInputElement>('Título de tu jugada').value).toBe('Triple');
});
