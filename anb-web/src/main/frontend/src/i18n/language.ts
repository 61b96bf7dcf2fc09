import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readSetting, writeSetting } from '../settings';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'anb.language';

const words: Record<Language, () => Promise<{ default: ResourceLanguage }>> = {
  es: () => import('./es'),
  en: () => import('./en'),
};

/** Spanish, unless the reader chose otherwise or the browser prefers English. */
export function preferredLanguage(
  chosen: string | null = readSetting(KEY),
  browser: readonly string[] = navigator.languages,
): Language {
  const known = (tag: string) => LANGUAGES.find((each) => tag.toLowerCase().split('-')[0] === each);
  if (chosen !== null && known(chosen)) return known(chosen) ?? 'es';
  for (const tag of browser) {
    const language = known(tag);
    if (language) return language;
  }
  return 'es';
}

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
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await words[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  writeSetting(KEY, language);
}
