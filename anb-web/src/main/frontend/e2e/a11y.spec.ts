import { check } from './axe';
import { join, somebody, keepSignedIn } from './people';
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
