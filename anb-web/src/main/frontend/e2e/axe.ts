import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Opens a page and looks for what keeps people from using it, in both themes. */
export async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What is still loading would be checked in place of the page.
  await expect(page.locator('main [aria-hidden="true"][class*="grid"]')).toHaveCount(0);
  await expect(page.getByText('Cargando…')).toHaveCount(0);
  // Tall enough for everything, so that the bars at top and bottom hide nothing.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size) await page.setViewportSize({ ...size, height: Math.max(size.height, height) + 200 });
  const found: object[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    // The themes differ in nothing but colours.
    const rules = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules('color-contrast');
    const { violations } = await rules.analyze();
    for (const { id, nodes } of violations) {
      const where = nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`);
      found.push({ path, colorScheme, rule: id, where });
    }
  }
  expect(found).toEqual([]);
  const width = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(width[0], `${path} does not scroll sideways`).toBeLessThanOrEqual(width[1] ?? 0);
  if (size) await page.setViewportSize(size);
}
