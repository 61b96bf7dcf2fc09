import { readFile } from 'node:fs/promises';
import { request as requests, type FullConfig } from '@playwright/test';
import { adminToken } from '../admin';
import { sampleClip } from '../clip';
import { handIn, juror } from '../jurors';
import { join, logIn, somebody } from '../people';
import { expect } from '../test';

/** Makes the people whose pages are taken; their tokens go to the tests by the environment. */
export default async function people(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL;
  const request = await requests.newContext(baseURL ? { baseURL } : {});
  const player = await join(request, { ...somebody('Valentina', 'Bogotá'), lastName: 'Rojas' });
  const headers = { Authorization: `Bearer ${player}` };
  const uploaded = await request.post('/api/videos/upload', {
    headers,
    multipart: {
      title: 'Triple desde la esquina',
      video_file: {
        name: 'clip.mp4',
        mimeType: 'video/mp4',
        buffer: await readFile(sampleClip()),
      },
    },
  });
  expect(uploaded.status()).toBe(201);
  const { video_id } = (await uploaded.json()) as { video_id: string };
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/api/videos/${video_id}`, { headers });
        return ((await answer.json()) as { status: string }).status;
      },
      { timeout: 120_000 },
    )
    .toBe('processed');

  const { person, assignments } = await juror(request, 5);
  const [handedIn = '', open = ''] = assignments;
  await handIn(request, person, handedIn, 7.5, 'Muy buen manejo con las dos manos.');
  process.env['ANB_SHOTS'] = JSON.stringify({
    player,
    juror: await logIn(request, person),
    admin: await adminToken(request),
    handedIn,
    open,
  });
  await request.dispose();
}
