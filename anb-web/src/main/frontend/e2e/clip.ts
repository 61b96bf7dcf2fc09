import { readFile } from 'node:fs/promises';
import { expect, type APIRequestContext } from '@playwright/test';

/** A clip that the contest accepts, which the caller of the tests makes. */
export function sampleClip(): string {
  return clip('ANB_E2E_CLIP');
}

/** One of some 60 MB. */
export function largeClip(): string {
  return clip('ANB_E2E_LARGE_CLIP');
}

/** One of 40 s that turns evenly from black to white. */
export function rampClip(): string {
  return clip('ANB_E2E_RAMP_CLIP');
}

function clip(variable: string): string {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} must be the path of a clip of 20 to 60 s in 1080p`);
  return path;
}

/** Uploads that clip without a browser and waits until it is public; returns its id. */
export async function publishClip(
  request: APIRequestContext,
  token: string,
  title: string,
): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const buffer = await readFile(sampleClip());
  const uploaded = await request.post('/api/videos/upload', {
    headers,
    multipart: { title, video_file: { name: 'clip.mp4', mimeType: 'video/mp4', buffer } },
  });
  expect(uploaded.status()).toBe(201);
  const { video_id } = (await uploaded.json()) as { video_id: string };
  await expect
    .poll(async () => (await request.get(`/api/public/videos/${video_id}`)).status(), {
      timeout: 100_000,
    })
    .toBe(200);
  return video_id;
}
