import type adminWords from './features/admin/words/es';
import type words from './i18n/es';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words; admin: typeof adminWords };
    returnNull: false;
  }
}
