import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Goes from where the focus is to an element, by Tab alone: forwards, or back to what lies before. A list without end has
 * no other side to come round to.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 150; step++) {
    const before = await target.evaluate((element) => {
      const focus = document.activeElement ?? document.body;
      return (focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    await page.keyboard.press(before ? 'Shift+Tab' : 'Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`No way to ${target.toString()} by Tab`);
}

/** Presses a button or follows a link. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Fills in a field. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
