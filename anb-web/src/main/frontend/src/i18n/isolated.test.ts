import i18next from 'i18next';
import { expect, it } from 'vitest';
import { interpolation } from './isolated';

const words = i18next.createInstance(
  {
    lng: 'es',
    initAsync: false,
    interpolation,
    resources: { es: { translation: { more: 'Más de {{name}} ({{count}})' } } },
  },
  () => undefined,
);

it.each([
  ['محمد علي', 'Más de \u2068محمد علي\u2069 (2)'],
  ['דוד', 'Más de \u2068דוד\u2069 (2)'],
  ['Ana & <b>', 'Más de Ana & <b> (2)'],
])('puts %s into a sentence', (name, sentence) => {
  expect(words.t('more', { name, count: 2 })).toBe(sentence);
});
