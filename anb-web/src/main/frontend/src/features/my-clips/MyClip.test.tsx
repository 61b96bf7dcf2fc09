import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { session } from '../../api/session/current';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import { MyClip } from './MyClip';
import type { OwnVideo } from './api';

const CLIP: OwnVideo = {
  video_id: 'c1',
  title: 'Triple',
  status: 'processed',
  uploaded_at: '2026-11-30T12:00:00Z',
  votes: 3,
  published: true,
};

beforeEach(() => session.start({ accessToken: 'mine', refreshToken: null }));

function showClip(clip: OwnVideo) {
  const onNews = vi.fn();
  show(<MyClip clip={clip} live={false} onNews={onNews} />);
  return onNews;
}

it('withdraws a published clip only after asking, and says what that means', async () => {
  let refuse = true;
  const asked = serve({
    'POST /api/videos/c1/withdraw': () =>
      refuse
        ? problem(400, 'not_published', 'El video no está publicado.')
        : Response.json({ message: 'Hecho', video_id: 'c1' }),
  });
  const onNews = showClip(CLIP);
  expect(screen.queryByRole('button', { name: /Eliminar/ })).toBeNull();
  const button = screen.getByRole('button', { name: 'Retirar: Triple' });

  await userEvent.click(button);
  expect((await screen.findByRole('alertdialog')).textContent).toContain(
    'Sus votos y sus calificaciones ya no cuentan.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(asked).not.toContain('POST /api/videos/c1/withdraw');

  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('button', { name: 'Retirar' }));
  expect(await screen.findByText('El video no está publicado.')).toBeDefined();
  expect(onNews).not.toHaveBeenCalled();
  refuse = false;
  await userEvent.click(screen.getByRole('button', { name: 'Retirar' }));
  await expect
    .poll(() => onNews.mock.calls)
    .toEqual([['El video ya no participa en el concurso.']]);
});

it('shows a withdrawn clip as such, with nothing left to do', () => {
  serve({});
  showClip({
    ...CLIP,
    published: false,
    moderation: { state: 'withdrawn' },
  });
  expect(screen.getByText('Retirado')).toBeDefined();
  expect(screen.getByText(/Lo retiraste del concurso/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

it('shows why the organisers withhold a clip', () => {
  serve({});
  showClip({ ...CLIP, published: false, moderation: { state: 'withheld', reason: 'Publicidad' } });
  expect(screen.getByText('Retenido')).toBeDefined();
  expect(screen.getByText('Publicidad')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Publicar' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Eliminar' })).toBeDefined();
});
