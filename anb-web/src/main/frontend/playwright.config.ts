import { defineConfig, devices } from '@playwright/test';

const chromium = {
  executablePath: process.env['ANB_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-sync',
    '--no-first-run',
  ],
};

/** These change what all others see: the contest's settings, the jury's sheets, who administers. */
const ALONE = /(admin.*|jury|profile|keyboard)\.spec\.ts/;

/** Against a running stack, whose address is in ANB_BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two cores, and a browser waits most of the time.
  workers: 2,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env['ANB_BASE_URL'] ?? 'http://127.0.0.1:8080',
    launchOptions: chromium,
    locale: 'es-CO',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: ALONE,
      use: { ...devices['Desktop Chrome'], launchOptions: chromium },
    },
    // What depends on the size of the screen or on touch.
    {
      name: 'phone',
      testMatch: /(journey|a11y)\.spec\.ts/,
      use: { ...devices['Pixel 7'], launchOptions: chromium },
    },
    {
      name: 'alone',
      testMatch: ALONE,
      dependencies: ['desktop', 'phone'],
      workers: 1,
      use: { ...devices['Desktop Chrome'], launchOptions: chromium },
    },
  ],
});
