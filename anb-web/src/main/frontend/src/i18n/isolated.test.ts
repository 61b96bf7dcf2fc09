import i18next from 'i18next';
import { expect, it } from 'vitest';
import es from './es';
import { interpolation } from './isolated';

const words = i18next.createInstance(
  {
    lng: 'es',
    initAsync: false,
    interpolation,
    resources: { es: { translation: es } },
  },
  () => undefined,
);

it.each([
  ['محمد علي', 'Más de \u2068محمد علي\u2069'],
  ['דוד', 'Más de \u2068דוד\u2069'],
  ['Ana & <b>', 'Más de Ana & <b>'],
])('puts %s into a sentence', (name, sentence) => {
  expect(words.t('clip.moreOf', { name })).toBe(sentence);
});
