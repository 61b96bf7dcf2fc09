import i18next from 'i18next';
import { expect, it } from 'vitest';
import { addAdminWords } from './add';

it('has the words of administrators even if their page is loaded before those of the site', async () => {
  addAdminWords();
  await i18next.init({ lng: 'es', fallbackLng: false, resources: { es: { translation: {} } } });
  expect(i18next.t('contest.title', { ns: 'admin' })).toBe('Concurso');
  await i18next.changeLanguage('en');
  expect(i18next.t('contest.title', { ns: 'admin' })).toBe('Contest');
});
