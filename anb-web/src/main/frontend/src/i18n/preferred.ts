import type { ResourceLanguage } from 'i18next';
import { readSetting } from '../lib/settings';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a reader's choice is kept. */
export const KEY = 'anb.language';

/** All words of a language, in a file of their own. */
export const words: Record<Language, () => Promise<{ default: ResourceLanguage }>> = {
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
