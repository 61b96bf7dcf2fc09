import { adminToken } from './admin';
import { check } from './axe';
import { join, keepSignedIn, somebody } from './people';
import { expect, test } from './test';

interface Row {
  video_id: string;
  title: string;
  votes: number;
}

test('votes are found, voided and restored by filter, and the trail tells it', async ({
  page,
  request,
}) => {
  const [clip] = (await (await request.get('/api/public/videos?limit=1')).json()) as Row[];
  if (!clip) throw new Error('There is no clip');
  const votes = async () =>
    ((await (await request.get(`/api/public/videos/${clip.video_id}`)).json()) as Row).votes;
  const before = await votes();
  const fan = somebody('Pilar', 'Sincelejo');
  const headers = { Authorization: `Bearer ${await join(request, fan)}` };
  const cast = await request.post(`/api/public/videos/${clip.video_id}/vote`, { headers });
  expect(cast.status()).toBe(200);
  expect(await votes()).toBe(before + 1);

  await keepSignedIn(page, await adminToken(request));
  await page.goto('/admin/votes');
  const voidAll = page.getByRole('button', { name: 'Anular todos los encontrados' });
  await expect(voidAll).toHaveAttribute('aria-disabled', 'true');
  await page.goto(`/admin/accounts?q=${encodeURIComponent(fan.email)}`);
  await page.getByRole('link', { name: `Votos: ${fan.firstName}` }).click();
  const found = page.getByRole('table', { name: 'Votos encontrados' });
  await expect(found.getByRole('row')).toHaveCount(2);
  await expect(found).toContainText(fan.lastName);

  await voidAll.click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Motivo').fill('Una cuenta de prueba');
  await dialog.getByRole('button', { name: 'Anular' }).click();
  await expect(page.getByText('1 voto anulado.')).toBeVisible();
  expect(await votes()).toBe(before);
  await expect(found).toContainText('Una cuenta de prueba');
  const trail = page.getByRole('table', { name: 'Qué pasó con los votos' });
  await expect(trail.getByRole('row').filter({ hasText: 'Anulado' })).toContainText(
    'Una cuenta de prueba',
  );

  await page.getByRole('button', { name: 'Restablecer todos los encontrados' }).click();
  await dialog.getByLabel('Motivo').fill('Era de verdad');
  await dialog.getByRole('button', { name: 'Restablecer' }).click();
  await expect(page.getByText('1 voto cuenta de nuevo.')).toBeVisible();
  expect(await votes()).toBe(before + 1);
  await expect(trail.getByRole('row')).toHaveCount(4);
  await check(page, page.url());

  await page.getByLabel('Qué pasó', { exact: true }).selectOption('Restablecido');
  await expect(trail.getByRole('row')).toHaveCount(2);
  await found.getByRole('link', { name: clip.title }).click();
  await expect(page.getByLabel('Id del video')).toHaveValue(clip.video_id);
  await expect(page.getByLabel('Id del votante')).toHaveValue('');

  await trail
    .getByRole('row')
    .filter({ hasText: 'Anulado' })
    .first()
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL(/audit\?actor=/);
  await page.getByLabel('Tipo de acto').selectOption('vote.void');
  await page.getByLabel('Tipo de objeto').selectOption('video');
  await page.getByLabel('Id del objeto').fill(clip.video_id);
  await page.getByLabel('Desde').fill('2020-01-01T00:00:00');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  const acts = page.getByRole('table', { name: 'Actos' });
  await expect(acts.getByRole('row').nth(1)).toContainText('Una cuenta de prueba');
  await page.getByLabel('Hasta').fill('2020-01-02T00:00:00');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page.getByText('No hay actos así.')).toBeVisible();
  await page.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(acts.getByRole('row').nth(1)).toBeVisible();
});
