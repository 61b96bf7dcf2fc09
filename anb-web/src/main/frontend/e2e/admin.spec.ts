import type { Page } from '@playwright/test';
import { adminToken } from './admin';
import { check } from './axe';
import { join, keepSignedIn, somebody } from './people';
import { expect, test } from './test';

interface Row {
  video_id: string;
  title: string;
  username: string;
}

interface Settings {
  version: number;
  result_id: string | null;
}

async function enter(page: Page): Promise<{ Authorization: string }> {
  const token = await adminToken(page.request);
  await keepSignedIn(page, token);
  return { Authorization: `Bearer ${token}` };
}

test('a clip is taken down with a reason and restored', async ({ page, request }) => {
  await enter(page);
  const answer = await request.get('/api/public/videos?limit=1');
  const [clip] = (await answer.json()) as Row[];
  const title = clip?.title ?? '';
  await page.goto(`/admin/videos?state=published&q=${encodeURIComponent(title)}`);
  const card = page.getByRole('article').filter({ hasText: title }).first();
  const address = (await card.getAttribute('aria-labelledby'))?.replace('clip-', '') ?? '';

  await card.getByRole('button', { name: /^Ver/ }).click();
  const video = page.getByRole('dialog').locator('video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect(video).toHaveCount(0);

  await card.getByRole('button', { name: /^Retirar/ }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Retirar' }).click();
  await expect(dialog.getByText('Escribe el motivo.')).toBeVisible();
  await dialog.getByLabel('Motivo').fill('Prueba del navegador');
  await dialog.getByRole('button', { name: 'Retirar' }).click();
  await expect(page.getByText(`«${title}» fue retirado.`)).toBeVisible();
  expect((await request.get(`/api/public/videos/${address}`)).status()).toBe(404);

  await page.goto(`/admin/videos?state=withheld&q=${encodeURIComponent(title)}`);
  const withheld = page.locator(`article[aria-labelledby="clip-${address}"]`);
  await expect(withheld).toContainText('Prueba del navegador');
  await withheld.getByRole('button', { name: /^Restaurar/ }).click();
  await dialog.getByRole('button', { name: 'Restaurar' }).click();
  await expect(page.getByText(`«${title}» fue restaurado.`)).toBeVisible();
  expect((await request.get(`/api/public/videos/${address}`)).status()).toBe(200);
});

test('settings changed by another administrator are not overwritten; the contest is closed, read and reopened', async ({
  page,
  request,
}) => {
  const headers = await enter(page);
  const settings = async () =>
    (await (await request.get('/api/admin/contest', { headers })).json()) as Settings;
  const before = await settings();
  const restore = async () => {
    const now = await settings();
    if (now.result_id) {
      const data = { reason: 'Fin de la prueba', voting_closes: '2099-01-01T00:00:00Z' };
      await request.post('/api/admin/contest/reopen', { headers, data });
    }
    const { version } = await settings();
    const answer = await request.put('/api/admin/contest', {
      headers,
      data: { ...before, version },
    });
    expect(answer.status()).toBe(200);
  };

  try {
    await page.goto('/admin/contest');
    const name = page.getByLabel('Nombre', { exact: true });
    await name.fill('Concurso cambiado');
    const faster = await request.put('/api/admin/contest', {
      headers,
      data: { ...before, name: 'Concurso de otra persona' },
    });
    expect(faster.status()).toBe(200);
    await page.getByRole('button', { name: 'Guardar' }).click();
    await expect(page.getByText('Otra persona cambió los ajustes')).toBeVisible();
    await page.getByRole('button', { name: 'Cargar los nuevos' }).click();
    await expect(name).toHaveValue('Concurso de otra persona');
    await name.fill('Concurso cambiado');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await expect(page.getByText('Los ajustes están guardados.')).toBeVisible();

    await page.getByRole('button', { name: 'Cerrar ahora' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Motivo').fill('Prueba del navegador');
    await dialog.getByRole('button', { name: 'Cerrar ahora' }).click();
    await expect(page.getByText('el resultado está calculado')).toBeVisible();
    await expect(page.getByText('Datos de entrada intactos')).toBeVisible();
    await expect(page.getByText('Resultado comprobado')).toBeVisible();
    await expect(page.getByRole('table').first()).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Descargar CSV' }).click();
    expect((await saved).suggestedFilename()).toBe('result.csv');
    await check(page, '/admin/contest');

    await page.getByRole('button', { name: 'Reabrir votación' }).click();
    await dialog.getByLabel('Motivo').fill('Prueba del navegador');
    await dialog.getByLabel('Cierra la votación').fill('2098-12-31T18:00');
    await dialog.getByRole('button', { name: 'Reabrir votación' }).click();
    await expect(page.getByText('La votación está abierta de nuevo.')).toBeVisible();
    expect((await settings()).result_id ?? null).toBeNull();
  } finally {
    await restore();
  }
});

test('for everyone else the pages of administrators do not exist', async ({ page, request }) => {
  await page.goto('/admin');
  await expect(page).toHaveURL(/login/);
  await keepSignedIn(page, await join(request, somebody('Sofía', 'Cali')));
  await page.goto('/admin/contest');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/fuera/i);
  await expect(page.getByRole('link', { name: 'Administración' })).toHaveCount(0);
});
