// Runs before the libraries have come: what the first page needs is on its way meanwhile, and the
// first paint already has the reader's theme. Must stay small and import no library.
import { PATH, prepare } from './features/gallery/early';
import { preferredLanguage, words } from './i18n/preferred';
import { showChosenTheme } from './theme/chosen';

/** The code that needs the answer asks again, and says if that fails. */
const later = () => undefined;

showChosenTheme();
const language = preferredLanguage();
document.documentElement.lang = language;
words[language]().catch(later);

if (PATH.test(location.pathname)) {
  prepare(location.search, language);
  import('./features/gallery/GalleryPage').catch(later);
}
