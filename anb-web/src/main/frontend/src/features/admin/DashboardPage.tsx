import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { Section } from '../../ui/Section';
import { TableSkeleton } from '../../ui/Table';
import { dashboardQuery, type Dashboard } from './api/operations';
import { useShortFormats } from '../../i18n/useShortFormats';

// The charts' library comes when a chart is shown first.
const CountChart = lazy(() => import('./CountChart'));

export default function DashboardPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const dashboard = useQuery(dashboardQuery);
  return (
    <Page
      title={t('dashboard.title')}
      lead={dashboard.data && t('dashboard.at', { date: moment(dashboard.data.at) })}
    >
      <div className={ui.stack}>
        <Loadable query={dashboard} skeleton={<TableSkeleton />}>
          {(now) => <Figures now={now} />}
        </Loadable>
      </div>
    </Page>
  );
}

function Figures({ now }: { now: Dashboard }) {
  const { t } = useTranslation('admin');
  const { number, day, hour } = useShortFormats();
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const big = [
    [t('dashboard.accounts'), sum(now.accounts)],
    [t('dashboard.videos'), sum(now.videos)],
    [t('dashboard.votes'), now.votes],
    [t('dashboard.voided'), now.voided],
    [t('dashboard.waiting'), now.queue.waiting],
    [t('dashboard.running'), now.queue.running],
    [t('dashboard.failed'), sum(now.failures)],
  ] as const;
  return (
    <>
      <Section title={t('dashboard.now')}>
        <dl className={styles.facts}>
          {big.map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={styles.big}>{number(count)}</dd>
            </div>
          ))}
        </dl>
        {now.queue.waiting > 0 && (
          <p>{t('dashboard.oldest', { count: now.queue.oldest_seconds })}</p>
        )}
      </Section>
      <div className={styles.grid}>
        <Breakdown title={t('dashboard.byRole')} counts={now.accounts} />
        <Breakdown title={t('dashboard.byState')} counts={now.videos} />
        <Breakdown title={t('dashboard.byFailure')} counts={now.failures} />
      </div>
      <Suspense fallback={<TableSkeleton />}>
        <div className={classes(styles.grid, styles.charts)}>
          <CountChart title={t('dashboard.signups')} counts={now.signups_per_day} label={day} />
          <CountChart title={t('dashboard.uploads')} counts={now.uploads_per_day} label={day} />
          <CountChart title={t('dashboard.votesPerDay')} counts={now.votes_per_day} label={day} />
          <CountChart
            title={t('dashboard.votesPerHour')}
            counts={now.votes_per_hour}
            label={hour}
          />
        </div>
      </Suspense>
    </>
  );
}

function Breakdown({ title, counts }: { title: string; counts: Record<string, number> }) {
  const { t } = useTranslation('admin');
  const { number } = useShortFormats();
  const found = Object.entries(counts);
  return (
    <Section title={title}>
      {found.length === 0 ? (
        <p className={styles.soft}>{t('dashboard.none')}</p>
      ) : (
        <dl className={styles.facts}>
          {found.map(([name, count]) => (
            <div key={name}>
              <dt>{t(`names.${name as 'player'}`, { defaultValue: name })}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
