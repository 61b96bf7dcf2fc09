import { useTranslation } from 'react-i18next';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import styles from './admin.module.css';
import type { Flag } from './api/votes';

/** Votes of flags by kind: cast, and those that still count. The table beside it has the numbers. */
export default function FlagChart({ flags }: { flags: readonly Flag[] }) {
  const { t } = useTranslation('admin');
  const kinds = [...new Set(flags.map((flag) => flag.kind))];
  const sum = (kind: Flag['kind'], member: 'votes' | 'counted') =>
    flags.filter((flag) => flag.kind === kind).reduce((total, flag) => total + flag[member], 0);
  const data = kinds.map((kind) => ({
    name: t(`fraud.kinds.${kind}`),
    votes: sum(kind, 'votes'),
    counted: sum(kind, 'counted'),
  }));
  return (
    <figure>
      <figcaption className={styles.soft}>{t('fraud.chart')}</figcaption>
      <div className={styles.chart} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} accessibilityLayer={false} margin={{ left: -20, right: 4 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis dataKey="name" tick={{ fill: 'var(--ink-soft)' }} stroke="var(--line)" />
            <YAxis allowDecimals={false} tick={{ fill: 'var(--ink-soft)' }} stroke="var(--line)" />
            <Tooltip
              cursor={{ fill: 'var(--surface-2)' }}
              contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
            />
            <Legend />
            <Bar
              dataKey="votes"
              name={t('fraud.cast')}
              fill="var(--control-line)"
              isAnimationActive={false}
            />
            <Bar
              dataKey="counted"
              name={t('fraud.counted')}
              fill="var(--accent)"
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
