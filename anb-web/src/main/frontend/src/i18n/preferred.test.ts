import { describe, expect, it } from 'vitest';
import en from './en';
import es from './es';
import { preferredLanguage } from './preferred';

describe('the language', () => {
  it.each([
    [null, ['en-GB', 'es'], 'en'],
    [null, ['es-CO'], 'es'],
    [null, ['fr', 'de'], 'es'],
    [null, ['fr', 'EN'], 'en'],
    ['es', ['en'], 'es'],
    ['xx', ['en'], 'en'],
  ])('chosen %s, browser %s: %s', (chosen, browser, language) => {
    expect(preferredLanguage(chosen, browser)).toBe(language);
  });

  it('has the same placeholders in both', () => {
    const placeholders = (text: string) => [...text.matchAll(/{{[^}]+}}/g)].map(String).sort();
    for (const [section, words] of Object.entries(es)) {
      const others = en[section as keyof typeof en] as Record<string, string>;
      for (const [key, text] of Object.entries(words)) {
        expect(placeholders(others[key] ?? ''), `${section}.${key}`).toEqual(placeholders(text));
      }
    }
  });
});
