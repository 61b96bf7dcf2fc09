import { PASSWORD, join, signIn, somebody } from './people';
import { expect, test } from './test';

interface Row {
  video_id: string;
  title: string;
  username: string;
}

test('the gallery goes on without end, filters and searches, and keeps that in its address', async ({
  page,
  request,
}) => {
  const answer = await request.get('/api/public/videos?limit=1');
  const total = Number(answer.headers()['x-total-count']);
  expect(total).toBeGreaterThan(24);
  await page.goto('/videos');
  const cards = page.getByRole('main').getByRole('article');
  await expect(cards.first()).toBeVisible();
  await expect(async () => {
    await cards.last().scrollIntoViewIfNeeded();
    expect(await cards.count()).toBe(total);
  }).toPass({ timeout: 30_000 });

  const [row] = (await answer.json()) as Row[];
  await page.getByRole('searchbox', { name: 'Buscar' }).fill(row?.username ?? '');
  await expect(page).toHaveURL(/q=/);
  await expect(cards.first()).toContainText(row?.username ?? '?');
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Buscar' })).toHaveValue(row?.username ?? '');
  await page.getByRole('searchbox', { name: 'Buscar' }).fill('nadie se llama así');
  await expect(page.getByText('No encontramos videos')).toBeVisible();
  await page.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(cards.first()).toBeVisible();
});

test('the gallery paints before the libraries come, and asks once for what it shows', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('anb.theme', 'dark'));
  let letLibrariesCome = () => {};
  const held = new Promise<void>((resolve) => (letLibrariesCome = resolve));
  await page.route('**/assets/vendor-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const poster = page.waitForRequest(/\/media\/.*\.jpg/);
  await page.goto('/videos', { waitUntil: 'commit' });
  await expect(page.getByText('ANB Rising Stars')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const fetched = new URL((await poster).url()).pathname;
  await expect(page.getByRole('main')).toHaveCount(0);

  letLibrariesCome();
  const card = page.getByRole('main').getByRole('article').first();
  await expect(card).toBeVisible();
  const shown = card.locator('img');
  await expect(shown).toHaveAttribute('src', fetched);
  await expect(shown).toHaveJSProperty('naturalWidth', 640);
  for (const once of [/\/api\/public\/videos\?.*offset=0$/, /\/api\/cities$/]) {
    expect(asked.filter((url) => once.test(url))).toHaveLength(1);
  }
});

test('language and theme are kept', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/show us your game/i);
  await page.getByRole('button', { name: 'Use dark theme' }).click();
  await page.goto('/ranking');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('All votes of every player')).toBeVisible();
});

test('refusals are shown beside their fields', async ({ page, request }) => {
  const known = somebody('Elena', 'Tunja');
  await join(request, known);
  await page.goto('/signup');
  await page.getByLabel('Nombre', { exact: true }).fill('Elena');
  await page.getByLabel('Apellido').fill('Otra');
  await page.getByLabel('Correo electrónico').fill(known.email);
  await page.getByLabel('Contraseña', { exact: true }).fill('password1');
  await page.getByLabel('Repite la contraseña').fill('otra cosa');
  await page.getByRole('combobox', { name: 'Ciudad' }).fill('Tunja');
  await page.keyboard.press('Escape');
  const submit = page.getByRole('button', { name: 'Crear cuenta' });
  await submit.click();
  await expect(page.getByText('Las contraseñas no son iguales.')).toBeVisible();
  await page.getByLabel('Repite la contraseña').fill('password1');
  await submit.click();
  await expect(page.getByText('demasiado común')).toBeVisible();
  await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Repite la contraseña').fill(PASSWORD);
  await submit.click();
  await expect(page.getByText(/Ya hay una cuenta|Ya existe/)).toBeVisible();
});

test('a clip is refused before it is sent', async ({ page, request }) => {
  const person = somebody('Iván', 'Cúcuta');
  await join(request, person);
  await signIn(page, person);
  await page.goto('/upload');
  await page.locator('input[type=file]:not([capture])').setInputFiles({
    name: 'notas.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('Esto no es un video'),
  });
  await expect(page.getByText('El archivo no parece un video MP4.')).toBeVisible();
  await page.getByLabel('Título de tu jugada').fill('Nada');
  // It can be reached and says why, but does nothing.
  await page.getByRole('button', { name: 'Subir video' }).click({ force: true });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.getByRole('button', { name: 'Elegir otro' }).click();
  await expect(page.getByText('Arrastra tu video aquí')).toBeAttached();
});

test('a fan signs in and votes by keyboard alone', async ({ page, request }) => {
  const fan = somebody('Marta', 'Armenia');
  await join(request, fan);
  await page.goto('/');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  const go = async (name: string) => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      if ((await focused()).trim() === name) return;
    }
    throw new Error(`No way to ${name} by Tab`);
  };
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Saltar al contenido');
  await page.keyboard.press('Enter');
  await go('Mira y vota');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Videos' })).toBeVisible();
  const first = page.getByRole('main').getByRole('article').first().getByRole('link');
  await go((await first.textContent()) ?? '?');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/videos\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('link', { name: 'Entra para votar' })).toBeVisible();
  await go('Entra para votar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible();
  const email = page.getByLabel('Correo electrónico');
  for (let step = 0; step < 20 && !(await isFocused(email)); step++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(fan.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Votar' })).toBeVisible();
  await go('Votar');
  await page.keyboard.press('Space');
  await expect(page.getByText('Ya votaste')).toBeVisible();
});

function isFocused(locator: import('@playwright/test').Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

test('the server serves the page, its files and previews as it should', async ({ request }) => {
  const answer = await request.get('/api/public/videos?limit=1');
  const [row] = (await answer.json()) as Row[];
  const page = await request.get(`/videos/${row?.video_id}`);
  expect(page.headers()['cache-control']).toBe('no-cache');
  expect(page.headers()['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers()['content-security-policy']).not.toContain('unsafe');
  const html = await page.text();
  expect(html).toMatch(/property="og:title" content="[^"]+"/);
  const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await request.get(image)).headers()['content-type']).toBe('image/jpeg');

  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const file = await request.get(script, { headers: { 'Accept-Encoding': 'br, gzip' } });
  expect(file.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  });

  const nobody = await request.get('/videos/00000000-0000-7000-8000-000000000000');
  expect(nobody.status()).toBe(404);
  expect(nobody.headers()['content-type']).toContain('text/html');
  expect((await request.get('/assets/none.js')).headers()['content-type']).toContain(
    'problem+json',
  );
  expect((await request.get('/api/none')).headers()['content-type']).toContain('problem+json');
  expect((await request.get('/WEB-INF/web.xml')).status()).toBe(404);
});
