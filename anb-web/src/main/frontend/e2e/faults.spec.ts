import type { Page, Route } from '@playwright/test';
import { PASSWORD, join, somebody, keepSignedIn } from './people';
import { expect, test } from './test';

interface Row {
  video_id: string;
  player_id: string;
}

/** How the way to the server breaks. The server itself is well, so that it can recover at once. */
const FAULTS: Record<string, (route: Route) => Promise<void>> = {
  down: (route) => route.abort('connectionrefused'),
  'answering 500': (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: '{"code":"internal_error","message":"…","status":500}',
    }),
};

async function pages(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/public/videos?limit=1');
  const [row] = (await answer.json()) as Row[];
  const token = await join(page.request, somebody('Camilo', 'Neiva'));
  await keepSignedIn(page, token);
  const open = ['/', '/videos', '/ranking'];
  return [
    ...open,
    `/videos/${row?.video_id}`,
    `/players/${row?.player_id}`,
    '/upload',
    '/me',
    '/me/videos',
  ];
}

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`with the API ${name} every page says so and recovers`, async ({ page, context }) => {
    const paths = await pages(page);
    const tabs = await Promise.all(
      paths.map(async (path) => {
        const tab = await context.newPage();
        await tab.route('**/api/**', fault);
        await tab.goto(path);
        return { path, tab };
      }),
    );
    for (const { path, tab } of tabs) {
      const alerts = tab.getByRole('main').getByRole('alert');
      await expect(alerts.first(), path).toContainText(/servidor/, { timeout: 30_000 });
      await tab.unroute('**/api/**', fault);
      // Unless it has recovered by itself meanwhile.
      const retry = alerts.getByRole('button', { name: 'Reintentar' }).first();
      await retry.click({ timeout: 2_000 }).catch(() => undefined);
      await expect(alerts, path).toHaveCount(0);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await tab.close();
    }
  });
}

test('with the API slow every page says so and comes', async ({ page, context }) => {
  const paths = await pages(page);
  for (const path of paths) {
    const tab = await context.newPage();
    // Slow until the page has said so, however fast this machine is.
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await tab.route('**/api/**', async (route) => {
      await gate;
      await route.continue().catch(() => undefined);
    });
    await tab.goto(path);
    const note = tab.getByRole('main').getByText('Está tardando más de lo normal');
    await expect(note.first(), path).toBeVisible();
    open();
    await expect(note).toHaveCount(0, { timeout: 30_000 });
    await expect(tab.getByRole('alert')).toHaveCount(0);
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
    await tab.close();
  }
});

test('a form says that the server cannot be reached, and works afterwards', async ({ page }) => {
  const person = somebody('Elena', 'Tunja');
  await join(page.request, person);
  await page.goto('/login');
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.getByLabel('Correo electrónico').fill(person.email);
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  const submit = page.getByRole('button', { name: 'Entrar', exact: true });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText('No hay conexión');
  await page.unrouteAll();
  await submit.click();
  await expect(page).toHaveURL(/\/videos$/);
});
