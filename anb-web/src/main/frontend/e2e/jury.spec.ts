import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { juror, rubric, type Criterion } from './jurors';
import { join, signIn, somebody } from './people';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Finds what keeps people from using the page, in both themes. */
async function check(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ ...size, height: 4_000 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The theme is on the page once this frame is over.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(
      violations.map(({ id, nodes }) => [
        id,
        ...nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
      ]),
      `${page.url()} ${colorScheme}`,
    ).toEqual([]);
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, 'does not scroll sideways').toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

const valueOf = (page: Page, criterion: Criterion): Locator =>
  page.getByRole('textbox', { name: criterion.name_es });

test('a juror scores clips blind, by keyboard, with drafts that save themselves', async ({
  page,
  request,
}) => {
  const { person, clips } = await juror(request, 2);
  const criteria = await rubric(request, person);
  const [first, ...others] = criteria;
  if (!first) throw new Error('The rubric is empty');

  await signIn(page, person);
  await page.getByRole('link', { name: 'Jurado' }).filter({ visible: true }).click();
  await expect(page.getByText('0 de 2 calificaciones entregadas')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  for (const { username } of clips) await expect(page.getByText(username)).toHaveCount(0);
  await check(page);

  await page.getByRole('link', { name: 'Calificar el clip 1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Clip 1' })).toBeVisible();
  const video = page.locator('video');
  await expect(video).toHaveAttribute('src', /^blob:/);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(0);
  await check(page);

  // Handing in too early leads to what is missing.
  await page.getByRole('button', { name: 'Entregar calificación' }).click();
  const summary = page.getByRole('group', { name: /^Falta calificar/ });
  await expect(summary).toBeFocused();
  await check(page);
  await summary.getByRole('link', { name: first.name_es }).click();
  await expect(valueOf(page, first)).toBeFocused();

  // By keyboard alone: typed, stepped, and on the slider from its end.
  await page.keyboard.type('7,5');
  await page.keyboard.press('Tab');
  await expect(valueOf(page, first)).toHaveValue('7,5');
  await expect(page.getByText(`Puntaje parcial (1 de ${criteria.length} criterios)`)).toBeVisible();
  for (const each of others) {
    await page.getByRole('slider', { name: each.name_es }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(valueOf(page, each)).toHaveValue('1,5');
  }
  await page.getByLabel('Comentario').fill('Buen manejo con las dos manos.');
  const saved = page.getByRole('status').filter({ hasText: 'Borrador guardado' });
  await expect(saved).toBeVisible();

  // What was written is there after a reload.
  await page.reload();
  await expect(valueOf(page, first)).toHaveValue('7,5');
  await expect(page.getByLabel('Comentario')).toHaveValue('Buen manejo con las dos manos.');

  await page.getByRole('button', { name: 'Entregar calificación' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('no podrás cambiarla');
  await check(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Entregar calificación' }).press('Enter');
  await dialog.getByRole('button', { name: 'Sí, entregar' }).press('Enter');

  await expect(page.getByText('Entregaste la calificación.')).toBeVisible();
  await expect(page.locator(':focus')).toContainText('Entregaste la calificación.');
  await expect(page.getByText('Ya no se puede cambiar')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
  await check(page);

  await page.getByRole('link', { name: 'Ir al clip 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Clip 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Declarar conflicto de interés' }).click();
  await page.getByRole('button', { name: 'Declarar conflicto', exact: true }).click();
  await expect(page.getByText('Escribe el motivo.')).toBeVisible();
  await expect(page.getByLabel('Motivo')).toBeFocused();
  await check(page);
  await page.getByLabel('Motivo').fill('Fui su entrenadora.');
  await page.getByRole('button', { name: 'Declarar conflicto', exact: true }).click();
  await expect(page.getByText('Declaraste un conflicto de interés')).toBeVisible();
});

test('a sheet that changed in another window is not overwritten unasked', async ({
  page,
  context,
  request,
}) => {
  const { person } = await juror(request, 1);
  const [first] = await rubric(request, person);
  if (!first) throw new Error('The rubric is empty');
  await signIn(page, person);
  await page.goto('/jury');
  await page.getByRole('link', { name: 'Clip 1', exact: true }).click();
  await expect(valueOf(page, first)).toBeVisible();

  // The windows share the session.
  const other = await context.newPage();
  await other.goto(page.url());
  await valueOf(other, first).fill('4');
  await other.keyboard.press('Tab');
  await expect(other.getByText('Borrador guardado')).toBeVisible();

  await valueOf(page, first).fill('9');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('cambió en otra ventana');
  await page.getByRole('button', { name: 'Cargar la hoja guardada' }).click();
  await expect(valueOf(page, first)).toHaveValue('4');
  await valueOf(page, first).fill('9');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Borrador guardado')).toBeVisible();

  await valueOf(other, first).fill('2');
  await other.keyboard.press('Tab');
  await other.getByRole('button', { name: 'Conservar lo mío' }).click();
  await expect(other.getByText('Borrador guardado')).toBeVisible();
  await other.reload();
  await expect(valueOf(other, first)).toHaveValue('2');
});

test('with the server in trouble, nothing is lost and the pages recover', async ({
  page,
  request,
}) => {
  const { person } = await juror(request, 1);
  const [first] = await rubric(request, person);
  if (!first) throw new Error('The rubric is empty');
  await signIn(page, person);

  const lists = /\/api\/jury\/assignments\?/;
  await page.route(lists, (route) => route.abort());
  await page.goto('/jury');
  const alert = page.getByRole('alert').filter({ hasText: 'No hay conexión' });
  await expect(alert.first()).toBeVisible({ timeout: 20_000 });
  await page.unroute(lists);
  await alert.last().getByRole('button', { name: 'Reintentar' }).click();
  await page.getByRole('link', { name: 'Clip 1', exact: true }).click();

  await expect(valueOf(page, first)).toBeVisible();
  await page.route('**/sheet', (route) => route.fulfill({ status: 500, body: 'Oh' }));
  await valueOf(page, first).fill('6');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('El servidor tuvo un problema');
  await page.unroute('**/sheet');
  await expect(page.getByRole('status').filter({ hasText: 'Borrador guardado' })).toBeVisible();
  await page.reload();
  await expect(valueOf(page, first)).toHaveValue('6');

  await page.goto('/jury/01940000-0000-7000-8000-000000000000');
  await expect(page.getByText('no está entre los que te asignaron')).toBeVisible();
});

test('nobody else is led to the pages of the jury', async ({ page, request }) => {
  const person = somebody('Nicolás', 'Cali');
  await join(request, person);
  await signIn(page, person);
  await page.goto('/jury');
  await expect(page.getByText('son para integrantes del jurado')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Jurado' })).toHaveCount(0);
});
