import { defineConfig, devices } from '@playwright/test';
import tests from './playwright.config';

const SIZES = { desktop: devices['Desktop Chrome'], phone: devices['Pixel 7'] };
const LANGUAGES = { es: 'es-CO', en: 'en-GB' };
const THEMES = ['light', 'dark'] as const;

/** Pictures of every page, in both languages and themes and on both sizes, for people to look at. */
export default defineConfig({
  ...tests,
  testDir: 'e2e/screenshots',
  testMatch: 'screenshots.ts',
  globalSetup: './e2e/screenshots/people.ts',
  outputDir: '../../../target/screenshots-results',
  projects: Object.entries(SIZES).flatMap(([size, device]) =>
    Object.entries(LANGUAGES).flatMap(([language, locale]) =>
      THEMES.map((colorScheme) => ({
        name: `${size}-${language}-${colorScheme}`,
        use: {
          ...device,
          ...(tests.use?.launchOptions && { launchOptions: tests.use.launchOptions }),
          locale,
          colorScheme,
          contextOptions: { reducedMotion: 'reduce' as const },
        },
      })),
    ),
  ),
});
