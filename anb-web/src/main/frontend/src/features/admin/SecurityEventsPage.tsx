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
import { securityEventsQuery } from './api/security';
import { useShortFormats } from '../../i18n/useShortFormats';

const KINDS = [
  'sign_in',
  'refresh',
  'sign_out',
  'sign_out_all',
  'password_change',
  'role_change',
  'disable',
  'enable',
] as const;

const OUTCOMES = ['done', 'refused', 'throttled', 'disabled', 'reused'] as const;

const FIELDS = ['account', 'kind', 'outcome', 'from', 'to'] as const;

export default function SecurityEventsPage() {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const { get, offset } = useUrlFilters();
  const wanted = filled({
    account_id: get('account'),
    kind: get('kind'),
    outcome: get('outcome'),
    from: instantOf(get('from')),
    to: instantOf(get('to')),
  });
  const events = useQuery(securityEventsQuery(wanted, offset));
  return (
    <Page title={t('security.title')} lead={t('security.lead')}>
      <div className={ui.stack}>
        <Section title={t('security.filter')}>
          <FilterForm label={t('security.filter')} names={FIELDS}>
            <SelectField
              name="kind"
              label={t('security.kind')}
              defaultValue={get('kind')}
              options={[
                ['', t('all')],
                ...KINDS.map((each) => [each, t(`security.kinds.${each}`)] as const),
              ]}
            />
            <SelectField
              name="outcome"
              label={t('security.outcome')}
              defaultValue={get('outcome')}
              options={[
                ['', t('all')],
                ...OUTCOMES.map((each) => [each, t(`security.outcomes.${each}`)] as const),
              ]}
            />
            <FilterField name="account" label={t('security.accountId')} />
            <FilterPeriod />
          </FilterForm>
        </Section>
        <Section title={t('security.events')}>
          <PagedTable
            caption={t('security.events')}
            empty={t('security.empty')}
            head={[
              t('audit.when'),
              t('security.kind'),
              t('security.outcome'),
              t('security.account'),
              t('security.network'),
            ]}
            query={events}
          >
            {(event) => (
              <tr key={event.id}>
                <td>{moment(event.at)}</td>
                <th scope="row">{t(`security.kinds.${event.kind as Kind}`)}</th>
                <td>{t(`security.outcomes.${event.outcome as Outcome}`)}</td>
                <td>
                  {event.account_id ? (
                    <Link to={`/admin/security?account=${event.account_id}`}>
                      {event.account_name ?? t('left')}
                    </Link>
                  ) : (
                    t('security.nobody')
                  )}
                </td>
                <td>{event.network && <code>{event.network.slice(0, 8)}</code>}</td>
              </tr>
            )}
          </PagedTable>
        </Section>
      </div>
    </Page>
  );
}

type Kind = (typeof KINDS)[number];
type Outcome = (typeof OUTCOMES)[number];
