import { useTranslation } from 'react-i18next';
import type { Criterion } from './api';

/** A criterion's name and description in the reader's language. */
export function useWords(): (criterion: Criterion) => { name: string; description: string } {
  const { i18n } = useTranslation();
  return (criterion) =>
    i18n.language === 'en'
      ? { name: criterion.name_en, description: criterion.description_en }
      : { name: criterion.name_es, description: criterion.description_es };
}
