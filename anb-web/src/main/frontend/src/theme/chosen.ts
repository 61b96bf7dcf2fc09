import { readSetting } from '../lib/settings';

export type Theme = 'light' | 'dark';

/** Where a reader's choice is kept. */
export const KEY = 'anb.theme';

function chosen(): Theme | null {
  const value = readSetting(KEY);
  return value === 'light' || value === 'dark' ? value : null;
}

/** Shows the reader's choice; without one the system's holds. */
export function showChosenTheme(): void {
  const choice = chosen();
  if (choice) document.documentElement.dataset['theme'] = choice;
}
