import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Short dates and numbers, as tables have room for. */
export function useShortFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === 'en' ? 'en' : 'es-CO';
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    const hour = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric' });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
    return {
      moment: (value: string | null | undefined) => (value ? moment.format(new Date(value)) : '–'),
      day: (value: string) => day.format(new Date(value)),
      hour: (value: string) => hour.format(new Date(value)),
      number: (value: number | null | undefined) =>
        value === null || value === undefined ? '–' : number.format(value),
    };
  }, [i18n.language]);
}
