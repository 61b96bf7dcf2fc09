import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { direction } from './eslint.direction.js';
import { imports } from './eslint.imports.js';

export default tseslint.config(
  { ignores: ['src/api/schema.d.ts', 'node_modules', 'test-results'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  // They test this configuration and import it, which tsc does not read.
  { files: ['eslint.*.test.ts'], ...tseslint.configs.disableTypeChecked },
  imports,
  direction,
  { files: ['scripts/**/*.mjs', '*.config.js'], languageOptions: { globals: globals.node } },
);
