import boundaries from 'eslint-plugin-boundaries';

/** The layers of src, from the top: each may import what is below it. */
const elements = [
  { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
  { type: 'ui', pattern: 'src/ui' },
  // What knows the server, the browser and the languages, but neither pages nor looks.
  { type: 'lib', pattern: 'src/{api,i18n,lib,theme}' },
  { type: 'testing', pattern: 'src/testing' },
  { type: 'app', pattern: 'src/layout' },
  { type: 'app', pattern: 'src' },
];

const to = (...types) => ({ to: { element: { types: { anyOf: types } } } });
const from = (type) => ({ element: { type } });

/** The direction of imports: app → features → ui → lib; between features through their index. */
export const imports = {
  files: ['src/**/*.{ts,tsx}'],
  plugins: { boundaries },
  settings: {
    'boundaries/elements': elements,
    'boundaries/files': [{ category: 'test', pattern: '**/*.test.{ts,tsx}' }],
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.d.ts'] } },
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message:
          'The import goes in a forbidden direction. Allowed: app → features → ui → lib; another feature only through its index.',
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          { from: from('app'), allow: to('app', 'feature', 'ui', 'lib') },
          { from: from('feature'), allow: to('ui', 'lib') },
          {
            from: from('feature'),
            allow: { to: { element: { type: 'feature', fileInternalPath: 'index.ts' } } },
          },
          { from: from('ui'), allow: to('lib') },
          { from: from('lib'), allow: to('lib') },
          // Helpers of tests show any part of the application; only tests use them.
          { from: from('testing'), allow: to('app', 'feature', 'ui', 'lib', 'testing') },
          { from: { file: { categories: 'test' } }, allow: to('testing') },
        ],
      },
    ],
  },
};
