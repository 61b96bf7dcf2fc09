import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { adminToken } from './admin';
import { largeClip } from './clip';
import { signUp, somebody } from './people';
import { expect, test as base } from './test';
import { Way } from './way';

const SERVER = process.env['ANB_BASE_URL'] ?? 'http://127.0.0.1:8080';

const test = base.extend<{ way: Way }>({
  // Playwright reads out of the pattern what a fixture needs.
  // eslint-disable-next-line no-empty-pattern
  way: async ({}, provide) => {
    const way = new Way(new URL(SERVER));
    await provide(way);
    await way.end();
  },
  baseURL: async ({ way }, provide) => provide(await way.start()),
});

const size = () => statSync(largeClip()).size;

async function choose(page: Page): Promise<void> {
  await page.locator('input[type=file]:not([capture])').setInputFiles(largeClip());
  await expect(page.getByText('1920×1080')).toBeVisible();
}

/** Begins to send the large clip; returns what the way has counted so far. */
async function begin(page: Page, way: Way, title: string): Promise<number> {
  await signUp(page, somebody('Salomé', 'Arauca'));
  await page.goto('/upload');
  await choose(page);
  await page.getByLabel('Título de tu jugada').fill(title);
  const before = way.sent;
  await page.getByRole('button', { name: 'Subir video' }).click();
  return before;
}

function accessToken(page: Page): Promise<string> {
  return page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('anb.session') ?? '') as { accessToken: string };
    return kept.accessToken;
  });
}

async function arrived(page: Page, title: string): Promise<void> {
  await expect(page).toHaveURL(/\/me\/videos$/, { timeout: 60_000 });
  await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible();
}

function expectHardlyMore(sent: number, what: string): void {
  const more = ((sent - size()) / size()) * 100;
  console.log(`${what}: ${sent} bytes for a file of ${size()}, ${more.toFixed(2)} % more`);
  expect(sent).toBeGreaterThanOrEqual(size());
  expect(sent).toBeLessThanOrEqual(size() * 1.1);
}

test('an upload whose connection is cut twice hardly sends anything again', async ({
  page,
  way,
}) => {
  const third = way.breaksAfter(size() / 3);
  const before = await begin(page, way, 'Dos cortes');
  await third;
  await expect(page.getByText('Sin conexión con el servidor.')).toBeVisible();
  const twoThirds = way.breaksAfter(size() / 3);
  way.repair();
  await twoThirds;
  await expect(page.getByText('Sin conexión con el servidor.')).toBeVisible();
  way.repair();
  await arrived(page, 'Dos cortes');
  expectHardlyMore(way.sent - before, 'Cut twice');
});

test('an upload goes on after the page was closed', async ({ page, way }) => {
  const half = way.breaksAfter(size() / 2);
  const before = await begin(page, way, 'Con pausa');
  await half;
  await expect(page.getByText('Sin conexión con el servidor.')).toBeVisible();
  way.repair();
  await page.reload();
  await expect(page.getByText('«Con pausa» quedó a medias.')).toBeVisible();
  await choose(page);
  await expect(page.getByLabel('Título de tu jugada')).toHaveValue('Con pausa');
  await page.getByRole('button', { name: 'Subir video' }).click();
  await arrived(page, 'Con pausa');
  expectHardlyMore(way.sent - before, 'Closed in the middle');
  await page.goto('/upload');
  await expect(page.getByText('Arrastra tu video aquí')).toBeVisible();
  await expect(page.getByText('quedó a medias')).toHaveCount(0);
});

test('an upload goes on when its access token is void meanwhile', async ({
  page,
  way,
  playwright,
}) => {
  const server = await playwright.request.newContext({ baseURL: SERVER });
  const half = way.breaksAfter(size() / 2);
  const before = await begin(page, way, 'Otra llave');
  await half;
  const headers = { Authorization: `Bearer ${await accessToken(page)}` };
  const me = (await (await server.get('/api/me', { headers })).json()) as { user_id: string };
  const role = await server.put(`/api/admin/accounts/${me.user_id}/role`, {
    headers: { Authorization: `Bearer ${await adminToken(server)}` },
    data: { role: 'juror', reason: 'Prueba de la subida' },
  });
  expect(role.ok()).toBe(true);
  await expect.poll(async () => (await server.get('/api/me', { headers })).status()).toBe(401);
  const renewed = page.waitForResponse('**/api/auth/refresh');
  way.repair();
  expect((await renewed).status()).toBe(200);
  await arrived(page, 'Otra llave');
  expectHardlyMore(way.sent - before, 'With another token');
  await server.dispose();
});

test('an upload that is cancelled is gone from the server', async ({ page, way }) => {
  const slowly = await page.context().newCDPSession(page);
  await slowly.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 4 * 1024 * 1024,
  });
  const third = way.sends(size() / 3);
  await begin(page, way, 'Cancelada');
  await third;
  await expect(page.getByText('Subiendo…')).toBeVisible();
  const deleted = page.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && answer.status() === 204,
  );
  await page.getByRole('button', { name: 'Cancelar subida' }).click();
  await expect(page.getByText('Cancelaste la subida.')).toBeVisible();
  const upload = (await deleted).url();
  const token = await accessToken(page);
  const head = await page.request.head(upload, {
    headers: { Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0' },
  });
  expect(head.status()).toBe(404);
  await page.getByRole('button', { name: 'Elegir otro' }).click();
  await expect(page.getByText('quedó a medias')).toHaveCount(0);
});
