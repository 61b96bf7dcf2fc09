import { test as base, expect } from '@playwright/test';

/** A test that fails if the page breaks its content security policy or throws. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (message) => {
        // To keep a picture for its trace, Playwright asks the browser for it again once the page has let it go. That is
        // refused, too, but it comes from no script of the page.
        const kept = message.text().startsWith("Connecting to 'blob:") && !message.location().url;
        if (message.text().includes('Content Security Policy') && !kept)
          broken.push(message.text());
      });
      await use(undefined);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
