import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../testing/render';
import { problem, serve } from '../../testing/server';
import type { Criterion, Sheet } from './api';
import { SheetForm } from './SheetForm';

const criterion = (code: string, name: string): Criterion => ({
  code,
  name_es: name,
  name_en: name,
  description_es: '',
  description_en: '',
  weight: 50,
  min: 1,
  max: 10,
  step: 0.5,
});
const CRITERIA = [criterion('shooting', 'Tiro'), criterion('defence', 'Defensa')];
const SHEET = { version: 3, scores: [], comment: null, saved_at: null } as unknown as Sheet;
const SAVE = 'PUT /api/jury/assignments/a1/sheet';
const SUBMIT = 'POST /api/jury/assignments/a1/submit';

function shown(answers: Parameters<typeof serve>[0], sheet = SHEET) {
  const told = { saved: vi.fn(), reloaded: vi.fn(), submitted: vi.fn() };
  const asked = serve(answers);
  show(
    <SheetForm
      id="a1"
      sheet={sheet}
      criteria={CRITERIA}
      onSaved={told.saved}
      onReloaded={told.reloaded}
      onSubmitted={told.submitted}
    />,
  );
  return { asked, ...told };
}

const slide = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(`${name}, deslizador`), { target: { value } });
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Entregar calificación' }));

it('names what is missing, with links that lead there', async () => {
  const { asked } = shown({});
  await submit();
  const summary = await screen.findByRole('group', { name: 'Falta calificar 2 criterios' });
  expect(document.activeElement).toBe(summary);
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Tiro', 'Defensa']);
  expect(asked).toEqual([]);
});

it('saves what was changed and submits the saved version after asking', async () => {
  let version = 3;
  const { asked, submitted } = shown({
    [SAVE]: async (request) => {
      expect(await request.json()).toMatchObject({ version: version++ });
      return Response.json({ sheet: { version } });
    },
    [SUBMIT]: (request) => {
      expect(new URL(request.url).searchParams.get('version')).toBe(String(version));
      return Response.json({ sheet: { version } });
    },
  });
  slide('Tiro', '10');
  slide('Defensa', '5.5');
  expect(screen.getByText('75 puntos')).toBeDefined();
  await submit();
  await userEvent.click(await screen.findByRole('button', { name: 'Sí, entregar' }));
  await waitFor(() => expect(submitted).toHaveBeenCalledOnce());
  expect(asked.at(0)).toBe(SAVE);
  expect(asked.at(-1)).toBe(SUBMIT);
});

it('asks what to do when the sheet changed elsewhere, and loses nothing', async () => {
  let conflict = true;
  shown({
    [SAVE]: async (request) => {
      if (conflict) return problem(409, 'version_conflict', 'Cambió.');
      expect(await request.json()).toMatchObject({ version: 8 });
      return Response.json({ sheet: { version: 9 } });
    },
    'GET /api/jury/assignments/a1': () => {
      conflict = false;
      return Response.json({ sheet: { version: 8 } });
    },
  });
  slide('Tiro', '10');
  slide('Defensa', '10');
  await submit();
  await userEvent.click(await screen.findByRole('button', { name: 'Conservar lo mío' }));
  expect(await screen.findByText(/Borrador guardado/)).toBeDefined();
  expect(screen.getByText('100 puntos')).toBeDefined();
});
