import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const server = process.env['ANB_BASE_URL'] ?? 'http://127.0.0.1:8080';

/** Lets src/early.ts run before the libraries come; as a part of the page's one script it would not. */
const early: Plugin = {
  name: 'early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const chunk = Object.values(bundle ?? {}).find(
        (file) =>
          file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith('/src/early.ts')),
      );
      if (!chunk) throw new Error('No chunk early');
      // Blocking, so that nothing is painted in another theme than the reader's.
      const attrs = { type: 'module', async: true, blocking: 'render', src: `/${chunk.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head' }];
    },
  },
};

export default defineConfig({
  plugins: [react(), early],
  build: {
    // Beside Maven's other results; the WAR takes it from there.
    outDir: '../../../target/frontend',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Licences of what is in the bundles; a part of the package, not of the site.
    license: { fileName: 'notices.md' },
    // The content security policy forbids data: addresses of scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'src/early.ts'],
      output: {
        // What every page needs changes seldom; one file instead of a dozen.
        advancedChunks: {
          groups: [
            { name: 'early', test: /src[\\/]early\.ts$/, priority: 3 },
            {
              name: 'vendor',
              priority: 2,
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/,
            },
            { name: 'main', test: /src[\\/]main\.tsx$/, priority: 1 },
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
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    restoreMocks: true,
    // A busy machine is no failure.
    testTimeout: 60_000,
  },
});
