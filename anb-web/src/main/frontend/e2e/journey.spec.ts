import type { Locator, Page } from '@playwright/test';
import { sampleClip } from './clip';
import { PASSWORD, join, signUp, somebody } from './people';
import { expect, test } from './test';

/** Takes a clip to the gallery as its player does; returns its title. */
async function uploadClip(page: Page, title: string): Promise<void> {
  await page.goto('/upload');
  await page.locator('input[type=file]:not([capture])').setInputFiles(sampleClip());
  await expect(page.getByText('Formato', { exact: true })).toBeVisible();
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
  // Here one vote is enough for the first place.
  const city = `Rivales ${info.project.name}`;
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

  // The player watches the ranking: a rival with one vote stands first.
  await page.goto(`/ranking?city=${encodeURIComponent(city)}`);
  const row = page.getByRole('row').filter({ hasText: player.lastName });
  await expect(row).toBeVisible();
  const before = await placeOf(page, player.lastName);
  expect(before).toBeGreaterThan(1);

  const fans = await Promise.all(
    ['Luisa', 'Andrés'].map(async (name) => {
      const fan = somebody(name, 'Medellín');
      await join(request, fan);
      const context = await browser.newContext();
      return { fan, context, tab: await context.newPage() };
    }),
  );
  for (const { fan, tab } of fans) {
    await tab.goto(address);
    await tab.getByRole('link', { name: 'Entra para votar' }).click();
    await expect(tab).toHaveURL(/login\?next=/);
    await tab.getByLabel('Correo electrónico').fill(fan.email);
    await tab.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await tab.getByRole('button', { name: 'Entrar', exact: true }).click();
    await expect(tab).toHaveURL(new RegExp(`${address}$`));
    await tab.getByRole('button', { name: 'Votar' }).click();
    await expect(tab.getByText('Ya votaste')).toBeVisible();
  }
  await expect(row).toContainText(/subió \d+ puesto/);
  await expect.poll(() => placeOf(page, player.lastName)).toBeLessThan(before);

  // One of them thinks again.
  const [first] = fans;
  await first?.tab.getByRole('button', { name: 'Quitar mi voto' }).click();
  await expect(first?.tab.getByRole('button', { name: 'Votar' }) as Locator).toBeVisible();
  await first?.tab.reload();
  await expect(first?.tab.getByRole('button', { name: 'Votar' }) as Locator).toBeVisible();
  for (const { context } of fans) await context.close();
});
