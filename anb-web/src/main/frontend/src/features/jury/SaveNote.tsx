import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import { ProblemNotice } from '../../ui/Notice';
import type { SaveState } from './autosave';
import styles from './jury.module.css';

interface Props {
  state: SaveState;
  /** When the sheet was saved before this visit; null if never. */
  before: string | null;
  onRetry: () => void;
}

/** Tells how the draft is doing; what is worth it is read out. */
export function SaveNote({ state, before, onRetry }: Props) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  if (state.kind === 'failed') return <ProblemNotice error={state.error} onRetry={onRetry} />;
  const busy = state.kind === 'waiting' || state.kind === 'saving';
  return (
    <div className={styles.saving}>
      <p role="status">
        {state.kind === 'saved' && t('jury.saved', { when: dateTime(state.at) })}
        {state.kind === 'untouched' && before && t('jury.saved', { when: dateTime(before) })}
      </p>
      {busy && <p aria-hidden="true">{t('jury.saving')}</p>}
      {state.kind === 'untouched' && !before && <p>{t('jury.savesItself')}</p>}
    </div>
  );
}
