import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { writeSetting } from '../lib/settings';
import { interpolation } from './isolated';
import { KEY, preferredLanguage, words, type Language } from './preferred';

/** The language that the page is in. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'es';
}

/** Must be done before the first page is shown. */
export async function startLanguage(): Promise<void> {
  const language = preferredLanguage();
  const resources = { [language]: { translation: (await words[language]()).default } };
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources,
    interpolation,
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await words[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  writeSetting(KEY, language);
}
