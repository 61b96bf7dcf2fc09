import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, rows } from '../../api/client';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import {
  Choice,
  PAGE,
  Pager,
  SearchLine,
  Section,
  Table,
  TableSkeleton,
  useFilters,
} from './parts';
import type { AuditEntry } from './types';
import { useShort } from './useShort';

/** How acts of a kind begin. */
const KINDS = ['account.', 'contest.', 'video.', 'vote.', 'jury.', 'job.'] as const;

export default function AuditPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const { get, set, offset } = useFilters();
  const action = get('action');
  const subject = get('subject');
  const entries = useQuery({
    queryKey: ['admin', 'audit', action, subject, offset],
    queryFn: ({ signal }) =>
      rows<AuditEntry>(
        api.GET('/api/admin/audit', {
          params: {
            query: {
              ...(action && { action }),
              ...(subject && { subject_id: subject }),
              limit: String(PAGE),
              offset: String(offset),
            },
          },
          signal,
        }),
      ),
  });
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className={ui.stack}>
        <div className={styles.filters}>
          <Choice
            label={t('audit.kind')}
            value={action}
            options={[['', t('all')], ...KINDS.map((each) => [each, each.slice(0, -1)] as const)]}
            onChange={(event) => set({ action: event.target.value })}
          />
          <SearchLine
            label={t('audit.subjectId')}
            value={subject}
            onSearch={(text) => set({ subject: text })}
          />
        </div>
        <Section title={t('audit.entries')}>
          <Loadable query={entries} skeleton={<TableSkeleton />}>
            {({ rows: found, total }) =>
              found.length === 0 ? (
                <Empty>{t('audit.empty')}</Empty>
              ) : (
                <>
                  <Table
                    caption={t('audit.entries')}
                    head={[
                      t('audit.when'),
                      t('audit.who'),
                      t('audit.action'),
                      t('audit.subject'),
                      t('reason'),
                      t('audit.detail'),
                    ]}
                  >
                    {found.map((entry) => (
                      <tr key={entry.id}>
                        <td>{moment(entry.at)}</td>
                        <td>{entry.actor_name ?? t('audit.nobody')}</td>
                        <th scope="row">
                          <code>{entry.action}</code>
                        </th>
                        <td>
                          {entry.subject_type}
                          <small>{entry.subject_id}</small>
                        </td>
                        <td>{entry.reason}</td>
                        <td>{entry.detail && <code>{JSON.stringify(entry.detail)}</code>}</td>
                      </tr>
                    ))}
                  </Table>
                  <Pager total={total} />
                </>
              )
            }
          </Loadable>
        </Section>
      </div>
    </Page>
  );
}
