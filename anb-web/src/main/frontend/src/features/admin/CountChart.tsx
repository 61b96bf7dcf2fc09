import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import styles from './admin.module.css';
import { Section } from '../../ui/Section';
import { Table } from '../../ui/Table';
import type { Count } from './api/operations';

interface Props {
  title: string;
  counts: readonly Count[];
  /** What a day or an hour is called. */
  label: (from: string) => string;
}

/** How many in each day or hour: bars, and a table for readers who want the numbers. */
export default function CountChart({ title, counts, label }: Props) {
  const { t } = useTranslation('admin');
  const data = counts.map(({ from, count }) => ({ name: label(from), count }));
  return (
    <Section title={title}>
      <div className={styles.chart} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} accessibilityLayer={false} margin={{ left: -20, right: 4 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis dataKey="name" tick={{ fill: 'var(--ink-soft)' }} stroke="var(--line)" />
            <YAxis allowDecimals={false} tick={{ fill: 'var(--ink-soft)' }} stroke="var(--line)" />
            <Tooltip
              cursor={{ fill: 'var(--surface-2)' }}
              contentStyle={{ background: 'var(--surface)', borderColor: 'var(--line)' }}
              itemStyle={{ color: 'var(--ink)' }}
            />
            <Bar
              dataKey="count"
              name={t('dashboard.number')}
              fill="var(--accent)"
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{t('dashboard.asTable')}</summary>
        <Table caption={title} head={[t('dashboard.when'), t('dashboard.number')]}>
          {counts.map(({ from, count }) => (
            <tr key={from}>
              <th scope="row">{label(from)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </Table>
      </details>
    </Section>
  );
}
