import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../ui/Page';
import { PagedTable } from '../../ui/PagedTable';
import ui from '../../ui/ui.module.css';
import { FilterForm, FilterField, FilterPeriod } from '../../ui/FilterForm';
import { filled, instantOf } from './instants';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { useUrlFilters } from '../../ui/useUrlFilters';
import { TrailCheck } from './TrailCheck';
import { auditQuery } from './api/audit';
import { useShortFormats } from '../../i18n/useShortFormats';

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
  'video.withdraw',
  'video.delete_original',
  'video.delete_withdrawn',
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
  const { moment } = useShortFormats();
  const { get, offset } = useUrlFilters();
  const wanted = filled({
    action: get('action'),
    actor_id: get('actor'),
    subject_type: get('type'),
    subject_id: get('subject'),
    from: instantOf(get('from')),
    to: instantOf(get('to')),
  });
  const entries = useQuery(auditQuery(wanted, offset));
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className={ui.stack}>
        <Section title={t('audit.filter')}>
          <FilterForm label={t('audit.filter')} names={FIELDS}>
            <SelectField
              name="action"
              label={t('audit.kind')}
              defaultValue={get('action')}
              options={[['', t('all')], ...ACTIONS.map((each) => [each, nameOf(each)] as const)]}
            />
            <FilterField name="actor" label={t('audit.actorId')} />
            <SelectField
              name="type"
              label={t('audit.subjectType')}
              defaultValue={get('type')}
              options={[['', t('all')], ...SUBJECTS.map((each) => [each, each] as const)]}
            />
            <FilterField name="subject" label={t('audit.subjectId')} />
            <FilterPeriod />
          </FilterForm>
        </Section>
        <Section title={t('audit.entries')}>
          <PagedTable
            caption={t('audit.entries')}
            empty={t('audit.empty')}
            head={[
              t('audit.when'),
              t('audit.who'),
              t('audit.action'),
              t('audit.subject'),
              t('reason'),
              t('audit.detail'),
            ]}
            query={entries}
          >
            {(entry) => (
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
            )}
          </PagedTable>
        </Section>
        <TrailCheck />
      </div>
    </Page>
  );
}

/** A kind of acts, or one of them below its kind. */
function nameOf(action: string): string {
  return action.endsWith('.') ? `${action}*` : action;
}
