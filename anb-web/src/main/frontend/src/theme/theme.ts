import { useSyncExternalStore } from 'react';
import { writeSetting } from '../lib/settings';
import { KEY, type Theme } from './chosen';

const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function current(): Theme {
  const shown = document.documentElement.dataset['theme'];
  if (shown === 'light' || shown === 'dark') return shown;
  return dark.matches ? 'dark' : 'light';
}

dark.addEventListener('change', () => listeners.forEach((each) => each()));

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
