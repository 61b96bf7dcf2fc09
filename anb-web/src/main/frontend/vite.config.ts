import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['ANB_BASE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Beside Maven's other results; the WAR takes it from there.
    outDir: '../../../target/frontend',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // The content security policy forbids data: addresses of scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What every page needs changes seldom; one file instead of a dozen.
        advancedChunks: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/media', '/openapi'].map((path) => [path, server])),
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
