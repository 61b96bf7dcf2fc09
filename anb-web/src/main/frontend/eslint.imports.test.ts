// @vitest-environment node
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { imports } from './eslint.imports.js';

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ ...imports, languageOptions: { parser: tseslint.parser } }],
});

/** What the rule says about one import in a file. */
async function complaints(filePath: string, imported: string): Promise<number> {
  const [result] = await linter.lintText(`import '${imported}';\n`, { filePath });
  return result?.messages.length ?? 0;
}

describe('the direction of imports', () => {
  it.each([
    ['src/ui/Planted.tsx', '../features/contest'],
    ['src/ui/Planted.tsx', '../layout/Shell'],
    ['src/api/planted.ts', '../features/auth'],
    ['src/i18n/planted.ts', '../ui/Button'],
    ['src/features/jury/Planted.tsx', '../../routes'],
    ['src/features/jury/Planted.tsx', '../../layout/Shell'],
    ['src/features/jury/Planted.tsx', '../gallery/api'],
    ['src/features/jury/Planted.tsx', '../../testing/render'],
    ['src/features/admin/jury/Planted.tsx', '../../gallery/ClipCard'],
  ])('forbids %s to import %s', async (file, imported) => {
    expect(await complaints(file, imported)).toBe(1);
  });

  it.each([
    ['src/routes.tsx', './features/gallery/GalleryPage'],
    ['src/layout/Planted.tsx', '../features/auth'],
    ['src/features/jury/Planted.tsx', '../gallery'],
    ['src/features/jury/Planted.tsx', './api'],
    ['src/features/admin/jury/Planted.tsx', '../api/jury'],
    ['src/features/jury/Planted.tsx', '../../ui/Button'],
    ['src/ui/Planted.tsx', '../api/problem'],
    ['src/ui/Planted.tsx', 'react'],
    ['src/ui/Planted.test.tsx', '../testing/render'],
  ])('allows %s to import %s', async (file, imported) => {
    expect(await complaints(file, imported)).toBe(0);
  });
});

it('every feature says in one line what it is for', () => {
  const described = readFileSync('src/features/README.md', 'utf8').matchAll(/^- `([^`]+)`: .+/gm);
  expect([...described].map(([, name]) => name).sort()).toEqual(
    readdirSync('src/features').filter((name) => name !== 'README.md'),
  );
});
