/** Letters that run from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A text that is put into a sentence, such as a title. In a script from right to left it is
 * isolated, or it would reorder what stands beside it; others stay as they are.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** For i18next: React escapes markup, so that only the direction is left to see to. */
export const interpolation = { escapeValue: true, escape: isolated };
