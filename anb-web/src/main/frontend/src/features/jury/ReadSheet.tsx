import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import styles from './jury.module.css';
import type { Criterion, Sheet } from './api';
import { useWords } from './useWords';

/** A sheet that can only be read. */
export function ReadSheet({ sheet, criteria }: { sheet: Sheet; criteria: readonly Criterion[] }) {
  const { t } = useTranslation();
  const { number, dateTime } = useFormats();
  const words = useWords();
  const marks = new Map(sheet.scores.map(({ criterion, value }) => [criterion, value]));
  return (
    <>
      {sheet.submitted_at !== null && (
        <p>{t('jury.readOnly', { when: dateTime(sheet.submitted_at) })}</p>
      )}
      <dl className={styles.read}>
        {criteria.map((criterion) => {
          const value = marks.get(criterion.code);
          return (
            <div key={criterion.code}>
              <dt dir="auto">{words(criterion).name}</dt>
              <dd>
                {value === undefined
                  ? t('jury.unset')
                  : t('jury.valueOf', { value: number(value), max: number(criterion.max) })}
              </dd>
            </div>
          );
        })}
        {sheet.total !== null && (
          <div className={styles.sum}>
            <dt>{t('jury.total')}</dt>
            <dd>{t('jury.points', { points: number(sheet.total) })}</dd>
          </div>
        )}
      </dl>
      {sheet.comment && (
        <div>
          <h3>{t('jury.comment')}</h3>
          <p className={styles.said}>{sheet.comment}</p>
        </div>
      )}
    </>
  );
}
