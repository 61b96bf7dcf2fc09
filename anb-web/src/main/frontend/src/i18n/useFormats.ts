import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Dates and numbers as the reader's language writes them. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === 'en' ? 'en' : 'es-CO';
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    return {
      date: (value: string | Date) => day.format(new Date(value)),
      dateTime: (value: string | Date) => moment.format(new Date(value)),
      number: (value: number) => plain.format(value),
    };
  }, [i18n.language]);
}
