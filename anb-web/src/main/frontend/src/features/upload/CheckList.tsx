import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import { Icon } from '../../ui/Icon';
import type { CheckName, Rules } from './checks';
import styles from './upload.module.css';
import type { Chosen } from './useChosenFile';

const MEGABYTE = 1024 * 1024;

/** What was checked before sending, and what is wrong. */
export function CheckList({ chosen, rules }: { chosen: Chosen; rules: Rules }) {
  const { t } = useTranslation();
  const explain = useExplanation(chosen, rules);
  if (chosen.checks === null) return <p role="status">{t('upload.checking')}</p>;
  const unknown = chosen.checks.some(({ ok }) => ok === null);
  return (
    <div role="status">
      <ul className={styles.list}>
        {chosen.checks.map(({ name, ok }) => (
          <li key={name} className={ok === false ? styles.bad : ok ? styles.good : undefined}>
            <Icon name={ok === false ? 'cross' : ok ? 'check' : 'warning'} />
            <span>
              <b>{t(`upload.${name}`)}</b> {ok !== null && explain(name, ok)}
            </span>
          </li>
        ))}
      </ul>
      {unknown && chosen.checks.every(({ ok }) => ok !== false) && <p>{t('upload.unreadable')}</p>}
    </div>
  );
}

function useExplanation({ file, measures, fault }: Chosen, rules: Rules) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const size = number(file.size / MEGABYTE);
  const seconds = number(measures?.duration ?? 0);
  const width = measures?.width ?? 0;
  const height = measures?.height ?? 0;
  return (name: CheckName, ok: boolean): string => {
    switch (name) {
      case 'type':
        return fault === null ? '' : t(`upload.${fault.fault}`, { codec: fault.codec ?? '' });
      case 'size':
        if (ok) return `${size} MB`;
        return file.size === 0
          ? t('upload.file_missing')
          : t('upload.file_too_large', { size, max: number(rules.max_bytes / MEGABYTE) });
      case 'duration':
        if (ok) return `${seconds} s`;
        return (measures?.duration ?? 0) < rules.min_seconds
          ? t('upload.file_too_short', { seconds, min: rules.min_seconds })
          : t('upload.file_too_long', { seconds, max: rules.max_seconds });
      case 'resolution':
        if (ok) return `${width}×${height}`;
        return Math.min(width, height) < rules.min_height
          ? t('upload.file_too_small', { width, height, min: rules.min_height })
          : t('upload.file_picture_too_large', { width, height, max: rules.max_side });
    }
  };
}
