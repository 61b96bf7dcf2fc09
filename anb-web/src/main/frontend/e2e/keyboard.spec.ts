import type { Page } from '@playwright/test';
import { ADMIN, adminPassword } from './admin';
import { sampleClip } from './clip';
import { juror, rubric } from './jurors';
import { press, tabTo, type } from './keyboard';
import { PASSWORD, somebody } from './people';
import { expect, test } from './test';

// Nothing here may touch the page but keys.

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).filter({ visible: true }).first();

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/');
  await press(page, link(page, 'Entrar'));
  await type(page, page.getByLabel('Correo electrónico'), email);
  await type(page, page.getByLabel('Contraseña', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/videos$/);
}

test('a player signs up and uploads a clip by keyboard alone', async ({ page }) => {
  const person = somebody('Teclas', 'Bogotá');
  await page.goto('/');
  await press(page, link(page, 'Entrar'));
  await press(page, link(page, 'Crear cuenta'));
  await type(page, page.getByLabel('Nombre', { exact: true }), person.firstName);
  await type(page, page.getByLabel('Apellido'), person.lastName);
  await type(page, page.getByLabel('Correo electrónico'), person.email);
  await type(page, page.getByLabel('Contraseña', { exact: true }), PASSWORD);
  await type(page, page.getByLabel('Repite la contraseña'), PASSWORD);
  const city = page.getByRole('combobox', { name: 'Ciudad' });
  await type(page, city, 'Bogot');
  await expect(page.getByRole('option', { name: /^Bogotá/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(city).toHaveValue(/^Bogotá/);
  await press(page, button(page, 'Crear cuenta'), 'Space');
  await expect(page).toHaveURL(/\/videos$/);

  await press(page, link(page, 'Subir video'));
  const choosing = page.waitForEvent('filechooser');
  await press(page, button(page, 'Elegir archivo'));
  await (await choosing).setFiles(sampleClip());
  await expect(page.getByText('1920×1080')).toBeVisible();
  await type(page, page.getByLabel('Título de tu jugada'), 'Solo con teclas');
  await press(page, button(page, 'Subir video'));
  await expect(page).toHaveURL(/\/me\/videos$/, { timeout: 60_000 });
  await expect(page.getByText('Tu video llegó')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Solo con teclas' })).toBeVisible();
});

test('a juror scores a clip by keyboard alone', async ({ page, request }) => {
  const { person } = await juror(request, 1);
  const [first, ...others] = await rubric(request, person);
  if (!first) throw new Error('The rubric is empty');
  await signIn(page, person.email, PASSWORD);
  await press(page, link(page, 'Jurado'));
  await press(page, link(page, 'Calificar el clip 1'));

  const video = page.locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(0);
  await tabTo(page, video);
  await page.keyboard.press('Space');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0);
  await page.keyboard.press('Space');

  await type(page, page.getByRole('textbox', { name: first.name_es }), '7,5');
  for (const { name_es } of others) {
    await tabTo(page, page.getByRole('slider', { name: name_es }));
    await page.keyboard.press('End');
  }
  await type(page, page.getByLabel('Comentario'), 'Todo con teclas.');
  await press(page, button(page, 'Entregar calificación'));
  await press(page, button(page, 'Sí, entregar'));
  await expect(page.getByText('Entregaste la calificación.')).toBeVisible();
});

test('an administrator takes a clip down and restores it by keyboard alone', async ({ page }) => {
  await signIn(page, ADMIN, adminPassword());
  await press(page, link(page, 'Administración'));
  await press(page, link(page, 'Moderación'));
  const state = page.getByLabel('Estado');
  await tabTo(page, state);
  await page.keyboard.type('Publicados');
  await expect(page).toHaveURL(/state=published/);
  const takeDown = button(page, /^Retirar: /).first();
  const title = (await takeDown.getAttribute('aria-label'))?.replace('Retirar: ', '') ?? '';
  await press(page, takeDown);
  const dialog = page.getByRole('alertdialog');
  await type(page, dialog.getByLabel('Motivo'), 'Prueba con teclas');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`«${title}» fue retirado.`)).toBeVisible();

  await tabTo(page, state);
  await page.keyboard.type('Retenidos');
  await expect(page).toHaveURL(/state=withheld/);
  await press(page, button(page, `Restaurar: ${title}`), 'Space');
  await press(page, dialog.getByRole('button', { name: 'Restaurar' }));
  await expect(page.getByText(`«${title}» fue restaurado.`)).toBeVisible();
});
