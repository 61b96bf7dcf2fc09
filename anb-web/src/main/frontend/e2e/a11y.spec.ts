import { adminToken } from './admin';
import { check } from './axe';
import { juror } from './jurors';
import { join, keepSignedIn, logIn, somebody } from './people';
import { expect, test } from './test';

interface Row {
  video_id: string;
  player_id: string;
}

test('pages for everyone are accessible in both themes', async ({ page, request }) => {
  const answer = await request.get('/api/public/videos?limit=1&sort=votes');
  const [row] = (await answer.json()) as Row[];
  expect(row).toBeDefined();
  const paths = ['/', '/videos', '/ranking', '/ranking?scope=city', '/login', '/signup'];
  paths.push('/nowhere', `/videos/${row?.video_id}`, `/players/${row?.player_id}`);
  for (const path of paths) await check(page, path);
});

test('pages for players are accessible in both themes', async ({ page, request }) => {
  const token = await join(request, somebody('Sofía', 'Cali'));
  await keepSignedIn(page, token);
  for (const path of ['/upload', '/me', '/me/videos']) await check(page, path);
});

test('pages for jurors are accessible in both themes', async ({ page, request }) => {
  const { person, assignments } = await juror(request, 2);
  await keepSignedIn(page, await logIn(request, person));
  for (const path of ['/jury', `/jury/${assignments[0]}`]) await check(page, path);
});

const lists = ['', '/contest', '/videos?state=all', '/jobs', '/accounts', '/fraud', '/votes'];
for (const path of [...lists, '/jury', '/jury/rubric', '/audit']) {
  test(`/admin${path} is accessible in both themes`, async ({ page, request }) => {
    await keepSignedIn(page, await adminToken(request));
    await check(page, `/admin${path}`);
  });
}

test('a sheet is accessible for administrators in both themes', async ({ page, request }) => {
  const { assignments } = await juror(request, 1);
  await keepSignedIn(page, await adminToken(request));
  await check(page, `/admin/jury/assignments/${assignments[0]}`);
});
