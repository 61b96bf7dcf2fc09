import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import styles from './slider.module.css';

interface Props {
  /** Seconds of the whole clip. */
  duration: number;
  /** Seconds that are shown. */
  shown: number;
  /** Seconds that must remain. */
  least: number;
  /** Where the part begins, in seconds. */
  start: number;
  onChange: (start: number) => void;
}

/** Chooses which part of a clip is shown; the arrow keys move it by half a second. */
export function StartSlider({ duration, shown, least, start, onChange }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const label = useId();
  const last = Math.max(0, Math.floor((duration - least) * 2) / 2);
  const end = Math.min(duration, start + shown);
  const part = t('upload.part', { start: number(start), end: number(end) });
  return (
    <div className={styles.part}>
      <p id={label}>
        {t('upload.shown', {
          seconds: number(Math.round(duration)),
          shown: number(Math.round(end - start)),
        })}
      </p>
      {last > 0 && (
        <input
          className={styles.slider}
          type="range"
          min={0}
          max={last}
          step={0.5}
          value={start}
          aria-label={t('upload.start')}
          aria-describedby={label}
          aria-valuetext={part}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
      <output>{part}</output>
    </div>
  );
}
