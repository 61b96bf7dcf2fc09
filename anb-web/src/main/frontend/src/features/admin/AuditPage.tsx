import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, rows } from '../../api/client';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { FilterForm, FilterLine, FilterPeriod } from './FilterForm';
import { filled, instantOf } from './instants';
import { Choice, PAGE, Pager, Section, Table, TableSkeleton, useFilters } from './parts';
import type { AuditEntry } from './types';
import { useShort } from './useShort';

/** Acts, each after its kind: the server takes the beginning of a name as well. */
const ACTIONS = [
  'account.',
  'account.assign_role',
  'account.disable',
  'account.enable',
  'account.delete',
  'account.first_admin',
  'contest.',
  'contest.change',
  'contest.close',
  'contest.publish',
  'contest.reopen',
  'job.',
  'job.replay',
  'jury.',
  'jury.assignment.',
  'jury.conflict.',
  'jury.rubric.change',
  'jury.settings.change',
  'jury.sheet.reopen',
  'jury.sheet.void',
  'jury.sheet.submit',
  'jury.spread',
  'video.',
  'video.approve',
  'video.reject',
  'video.take_down',
  'video.restore',
  'vote.',
  'vote.void',
  'vote.restore',
] as const;

const SUBJECTS = [
  'account',
  'contest',
  'jury',
  'jury_assignment',
  'jury_conflict',
  'video',
  'votes',
] as const;

const FIELDS = ['action', 'actor', 'type', 'subject', 'from', 'to'] as const;

export default function AuditPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const { get, offset } = useFilters();
  const wanted = filled({
    action: get('action'),
    actor_id: get('actor'),
    subject_type: get('type'),
    subject_id: get('subject'),
    from: instantOf(get('from')),
    to: instantOf(get('to')),
  });
  const entries = useQuery({
    queryKey: ['admin', 'audit', wanted, offset],
    queryFn: ({ signal }) =>
      rows<AuditEntry>(
        api.GET('/api/admin/audit', {
          params: { query: { ...wanted, limit: PAGE, offset } },
          signal,
        }),
      ),
  });
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className={ui.stack}>
        <Section title={t('audit.filter')}>
          <FilterForm label={t('audit.filter')} names={FIELDS}>
            <Choice
              name="action"
              label={t('audit.kind')}
              defaultValue={get('action')}
              options={[['', t('all')], ...ACTIONS.map((each) => [each, nameOf(each)] as const)]}
            />
            <FilterLine name="actor" label={t('audit.actorId')} />
            <Choice
              name="type"
              label={t('audit.subjectType')}
              defaultValue={get('type')}
              options={[['', t('all')], ...SUBJECTS.map((each) => [each, each] as const)]}
            />
            <FilterLine name="subject" label={t('audit.subjectId')} />
            <FilterPeriod />
          </FilterForm>
        </Section>
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
                        <td>
                          {entry.actor_id ? (
                            <Link to={`/admin/audit?actor=${entry.actor_id}`}>
                              {entry.actor_name ?? t('left')}
                            </Link>
                          ) : (
                            t('audit.nobody')
                          )}
                        </td>
                        <th scope="row">
                          <code>{entry.action}</code>
                        </th>
                        <td>
                          {entry.subject_type}
                          {entry.subject_id && (
                            <small>
                              <Link to={`/admin/audit?subject=${entry.subject_id}`}>
                                {entry.subject_id}
                              </Link>
                            </small>
                          )}
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

/** A kind of acts, or one of them below its kind. */
function nameOf(action: string): string {
  return action.endsWith('.') ? `${action}*` : action;
}
