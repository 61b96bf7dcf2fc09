import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats';
import styles from './contest.module.css';
import { timeLeft } from './countdown';

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;

/** A scoreboard that counts down. Screen readers get the date instead of a number a second. */
export function Countdown({ label, until }: { label: string; until: Date }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(until, now);
  return (
    <div className={styles.countdown}>
      <p>{label}</p>
      <div aria-hidden="true" className={styles.board}>
        {UNITS.map((unit) => (
          <div key={unit}>
            <b>{String(left[unit]).padStart(2, '0')}</b>
            <span>{t(`countdown.${unit}`, { count: left[unit] })}</span>
          </div>
        ))}
      </div>
      <p className={styles.until}>
        <time dateTime={until.toISOString()}>
          {t('countdown.until', { date: dateTime(until) })}
        </time>
      </p>
    </div>
  );
}
