import { expect, test, type Page } from '@playwright/test';
import { sampleClip } from './clip';
import { join, signUp, somebody } from './people';

/** Takes a clip to the gallery as its player does; returns its title. */
async function uploadClip(page: Page, title: string): Promise<void> {
  await page.goto('/upload');
  await page.locator('input[type=file]:not([capture])').setInputFiles(sampleClip());
  await expect(page.getByText('Formato MP4')).toBeVisible();
  await expect(page.getByText('1920×1080')).toBeVisible();
  await page.getByLabel('Título de tu jugada').fill(title);
  await page.getByRole('button', { name: 'Subir video' }).click();
  await expect(page).toHaveURL(/\/me\/videos$/, { timeout: 60_000 });
  await expect(page.getByText('Tu video llegó')).toBeVisible();
}

async function placeOf(page: Page, name: string): Promise<number> {
  const cell = page.getByRole('row').filter({ hasText: name }).getByRole('cell').first();
  return Number(await cell.textContent());
}

test('a clip is uploaded, processed live, played and voted for, and the ranking moves', async ({
  page,
  browser,
  request,
}, info) => {
  const city = `Ciudad ${info.project.name} ${Date.now().toString(36)}`;
  const player = somebody('Valentina', city);
  const title = `Triple de ${player.lastName}`;

  await signUp(page, player);
  await uploadClip(page, title);

  const card = page.getByRole('article').filter({ hasText: title });
  const progress = card.getByRole('progressbar');
  const seen = new Set<string>();
  await expect(async () => {
    if (await progress.isVisible()) {
      seen.add((await progress.getAttribute('aria-valuenow', { timeout: 500 })) ?? '');
    }
    await expect(card.getByText('Publicado', { exact: true })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 100_000, intervals: [150] });
  expect(seen.size, 'live progress was shown').toBeGreaterThan(1);
  await expect(page.getByText(`«${title}» está listo.`)).toBeVisible();

  await card.getByRole('link', { name: 'Ver' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const video = page.locator('video');
  await video.focus();
  await page.keyboard.press('k');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.5);
  await page.keyboard.press('k');
  expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true);
  const address = new URL(page.url()).pathname;

  // A rival stands first, until a fan votes twice for the new clip's player.
  const rival = somebody('Andrés', city);
  const token = await join(request, rival);
  expect(token).not.toBe('');

  const fan = somebody('Luisa', 'Medellín');
  await join(request, fan);
  const other = await browser.newContext();
  const fanPage = await other.newPage();
  await fanPage.goto(address);
  await fanPage.getByRole('link', { name: 'Entra para votar' }).click();
  await expect(fanPage).toHaveURL(/login\?next=/);
  await fanPage.getByLabel('Correo electrónico').fill(fan.email);
  await fanPage.getByLabel('Contraseña', { exact: true }).fill('Tiro-de-3-puntos!');
  await fanPage.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(fanPage).toHaveURL(new RegExp(`${address}$`));

  // Meanwhile the player watches the ranking.
  await page.goto(`/ranking?city=${encodeURIComponent(city)}`);
  const row = page.getByRole('row').filter({ hasText: player.lastName });
  await expect(row).toContainText('0');

  await fanPage.getByRole('button', { name: 'Votar' }).click();
  await expect(fanPage.getByText('Ya votaste')).toBeVisible();
  await expect(row).toContainText('1', { timeout: 15_000 });
  expect(await placeOf(page, player.lastName)).toBe(1);

  await fanPage.getByRole('button', { name: 'Quitar mi voto' }).click();
  await expect(fanPage.getByRole('button', { name: 'Votar' })).toBeVisible();
  await fanPage.reload();
  await expect(fanPage.getByRole('button', { name: 'Votar' })).toBeVisible();
  await other.close();
});
