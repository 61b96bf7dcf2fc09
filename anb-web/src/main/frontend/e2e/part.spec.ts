import type { Locator, Page } from '@playwright/test';
import { rampClip } from './clip';
import { signUp, somebody } from './people';
import { expect, test } from './test';

/** Seconds of the clip, which turns evenly from black to white. */
const RAMP = 40;

/** Seconds of the opening bumper. */
const BUMPER = 2;

/** How far into the shown part the picture is looked at, in seconds. */
const INTO = 1;

/** Half a second of the clip is 3.2 of 255 levels. */
const NEAR = 2.5;

async function choose(page: Page, title: string): Promise<Locator> {
  await signUp(page, somebody('Manuela', 'Tunja'));
  await page.goto('/upload');
  await page.locator('input[type=file]:not([capture])').setInputFiles(rampClip());
  const slider = page.getByRole('slider', { name: 'Dónde empieza lo que se publica' });
  await expect(slider).toBeVisible();
  await page.getByLabel('Título de tu jugada').fill(title);
  return slider;
}

/** Uploads what was chosen and opens the processed clip. */
async function publish(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Subir video' }).click();
  await expect(page).toHaveURL(/\/me\/videos$/, { timeout: 60_000 });
  const card = page.getByRole('article').filter({ hasText: title });
  await expect(card.getByText('Publicado', { exact: true })).toBeVisible({ timeout: 100_000 });
  await card.getByRole('link', { name: 'Ver' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The second of the clip that the page's video shows at a moment, by how bright its centre is. */
function secondAt(page: Page, moment: number): Promise<number> {
  return page.locator('video').evaluate(
    async (video: HTMLVideoElement, [at, seconds]) => {
      video.pause();
      const shown = new Promise((resolve) => {
        video.addEventListener('seeked', resolve, { once: true });
      });
      video.currentTime = at;
      await shown;
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
      paint.drawImage(video, 0, 0);
      const [red = 0] = paint.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      return (red / 255) * seconds;
    },
    [moment, RAMP] as const,
  );
}

async function expectBeginsAt(page: Page, start: number): Promise<void> {
  const seen = await secondAt(page, BUMPER + INTO);
  console.log(`chosen ${start} s, seen ${(seen - INTO).toFixed(2)} s`);
  expect(Math.abs(seen - INTO - start)).toBeLessThan((NEAR / 255) * RAMP);
}

test('the published part is chosen with the keyboard', async ({ page }) => {
  const title = 'Desde el teclado';
  const slider = await choose(page, title);
  await slider.focus();
  for (let presses = 0; presses < 13; presses++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveValue('6');
  await expect(slider).toHaveAttribute('aria-valuetext', /6.*36/);

  await publish(page, title);
  await expectBeginsAt(page, 6);
});

test('the published part is chosen with the mouse', async ({ page }) => {
  const title = 'Desde el ratón';
  const slider = await choose(page, title);
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider has no place on the page');
  await page.mouse.move(box.x + box.width * 0.02, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const start = Number(await slider.inputValue());
  expect(start).toBeGreaterThan(10);
  expect(start).toBeLessThan(18);

  await publish(page, title);
  await expectBeginsAt(page, start);
});
