import { useSyncExternalStore } from 'react';
import { readSetting, writeSetting } from '../settings';

export type Theme = 'light' | 'dark';

const KEY = 'anb.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme | null {
  const value = readSetting(KEY);
  return value === 'light' || value === 'dark' ? value : null;
}

function current(): Theme {
  const shown = document.documentElement.dataset['theme'];
  if (shown === 'light' || shown === 'dark') return shown;
  return dark.matches ? 'dark' : 'light';
}

/** Shows the reader's choice; without one the system's holds. */
export function startTheme(): void {
  const choice = chosen();
  if (choice) document.documentElement.dataset['theme'] = choice;
  dark.addEventListener('change', () => listeners.forEach((each) => each()));
}

function change(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  writeSetting(KEY, theme);
  listeners.forEach((each) => each());
}

/** The theme shown, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
  return [theme, change];
}
