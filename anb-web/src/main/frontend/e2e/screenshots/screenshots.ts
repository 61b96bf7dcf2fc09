import type { Page } from '@playwright/test';
import { keepSignedIn } from '../people';
import { expect, test } from '../test';

interface Prepared {
  player: string;
  juror: string;
  admin: string;
  handedIn: string;
  open: string;
}

interface Row {
  video_id: string;
  player_id: string;
}

const prepared = () => JSON.parse(process.env['ANB_SHOTS'] ?? '{}') as Prepared;

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main [aria-hidden="true"][class*="skeleton"]')).toHaveCount(0);
  await expect(page.getByText(/^(Cargando|Loading)…$/)).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // Pictures further down are on the picture of the page, too.
  await page.evaluate(() => {
    for (const each of document.images) each.loading = 'eager';
  });
  await expect
    .poll(() => page.evaluate(() => [...document.images].every((each) => each.complete)))
    .toBe(true);
  const { name: project } = test.info().project;
  await page.screenshot({
    path: `../../../target/screenshots/${name}-${project}.png`,
    fullPage: true,
  });
}

test('pages for everyone', async ({ page, request }) => {
  const answer = await request.get('/api/public/videos?limit=1&sort=votes');
  const [clip] = (await answer.json()) as Row[];
  const pages = {
    landing: '/',
    gallery: '/videos',
    clip: `/videos/${clip?.video_id}`,
    player: `/players/${clip?.player_id}`,
    ranking: '/ranking',
    'ranking-city': '/ranking?scope=city',
    login: '/login',
    signup: '/signup',
    nowhere: '/nowhere',
  };
  for (const [name, path] of Object.entries(pages)) await take(page, path, name);
});

test('pages for players', async ({ page }) => {
  await keepSignedIn(page, prepared().player);
  const pages = { upload: '/upload', profile: '/me', 'my-clips': '/me/videos' };
  for (const [name, path] of Object.entries(pages)) await take(page, path, name);
});

test('pages for jurors', async ({ page }) => {
  const { juror, handedIn, open } = prepared();
  await keepSignedIn(page, juror);
  const pages = { jury: '/jury', judge: `/jury/${open}`, judged: `/jury/${handedIn}` };
  for (const [name, path] of Object.entries(pages)) await take(page, path, name);
});

test('pages for administrators', async ({ page }) => {
  const { admin, handedIn } = prepared();
  await keepSignedIn(page, admin);
  const pages = ['contest', 'videos?state=all', 'jobs', 'accounts', 'fraud', 'votes', 'jury'];
  pages.push('jury/rubric', `jury/assignments/${handedIn}`, 'audit');
  await take(page, '/admin', 'admin');
  for (const path of pages) {
    const name = path.replace(/\?.*/, '').replace(handedIn, 'sheet').replaceAll('/', '-');
    await take(page, `/admin/${path}`, `admin-${name}`);
  }
});
