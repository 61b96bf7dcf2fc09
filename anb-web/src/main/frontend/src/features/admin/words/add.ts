import i18next from 'i18next';
import en from './en';
import es from './es';

/** Adds the words of administrators; only they load them, so both languages may come together. */
export function addAdminWords(): void {
  // A page that is opened at once may be loaded before the words of the site are.
  if (!i18next.isInitialized) {
    i18next.on('initialized', addAdminWords);
    return;
  }
  i18next.addResourceBundle('es', 'admin', es);
  i18next.addResourceBundle('en', 'admin', en);
}
