import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { FilterForm, FilterField, FilterPeriod } from '../../ui/FilterForm';
import { filled, instantOf } from './instants';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { Pager, UrlPager } from '../../ui/Pager';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { StatusMessage } from '../../ui/StatusMessage';
import { Table, TableSkeleton } from '../../ui/Table';
import { Tag } from '../../ui/Tag';
import { useUrlFilters } from '../../ui/useUrlFilters';
import { restoreVotes, voidVotes, voteEventsQuery, votesQuery } from './api/votes';
import { useShortFormats } from '../../i18n/useShortFormats';

const FIELDS = [
  'video_id',
  'player_id',
  'voter_id',
  'network',
  'address',
  'agent',
  'account_age_minutes',
  'signup_network',
  'mail_domain',
  'from',
  'to',
] as const;

const KINDS = ['cast', 'taken_back', 'voided', 'restored'] as const;

/** What the page's address says about the votes that are wanted, as the server takes it. */
function useWanted() {
  const { get } = useUrlFilters();
  const values = Object.fromEntries(FIELDS.map((name) => [name, get(name)]));
  return filled({
    ...(values as Record<(typeof FIELDS)[number], string>),
    from: instantOf(get('from')),
    to: instantOf(get('to')),
  });
}

/** Votes by what they have in common, and what happened to them. */
export default function VotesPage() {
  const { t } = useTranslation('admin');
  const [message, setMessage] = useState('');
  return (
    <Page title={t('votesPage.title')} lead={t('votesPage.lead')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <Section title={t('votesPage.filter')}>
          <FilterForm label={t('votesPage.filter')} names={FIELDS}>
            <FilterField name="video_id" label={t('votesPage.video')} />
            <FilterField name="player_id" label={t('votesPage.player')} />
            <FilterField name="voter_id" label={t('votesPage.voter')} />
            <FilterField name="network" label={t('votesPage.network')} />
            <FilterField name="address" label={t('votesPage.address')} />
            <FilterField name="agent" label={t('votesPage.agent')} />
            <FilterField
              name="account_age_minutes"
              type="number"
              min={1}
              label={t('votesPage.age')}
            />
            <FilterField name="signup_network" label={t('votesPage.signupNetwork')} />
            <FilterField name="mail_domain" label={t('votesPage.mailDomain')} />
            <FilterPeriod />
          </FilterForm>
        </Section>
        <Votes onMessage={setMessage} />
        <Events />
      </div>
    </Page>
  );
}

function Votes({ onMessage }: { onMessage: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const { offset } = useUrlFilters();
  const filter = useWanted();
  // Without any filter it would be all votes of the contest.
  const filtered = Object.keys(filter).length > 0;
  const votes = useQuery(votesQuery(filter, offset));
  return (
    <Section
      title={t('votesPage.votes')}
      tools={
        <>
          <ConfirmButton
            label={t('votesPage.void')}
            title={t('fraud.voidTitle')}
            text={t('votesPage.voidText')}
            look="danger"
            needsReason
            disabled={!filtered}
            action={async (reason) => {
              const done = await voidVotes(reason, { filter });
              onMessage(t('votesPage.voided', { count: done.votes }));
            }}
            onDone={() => undefined}
          />
          <ConfirmButton
            label={t('votesPage.restore')}
            title={t('fraud.restoreTitle')}
            text={t('votesPage.restoreText')}
            needsReason
            disabled={!filtered}
            action={async (reason) => {
              const done = await restoreVotes(reason, { filter });
              onMessage(t('votesPage.restored', { count: done.votes }));
            }}
            onDone={() => undefined}
          />
        </>
      }
    >
      {!filtered && <p className={styles.soft}>{t('votesPage.unfiltered')}</p>}
      <Loadable query={votes} skeleton={<TableSkeleton />}>
        {({ rows: found, total }) =>
          found.length === 0 ? (
            <Empty>{t('votesPage.none')}</Empty>
          ) : (
            <>
              <p>{t('votes', { count: total })}</p>
              <Table
                caption={t('votesPage.votes')}
                head={[
                  t('fraud.voter'),
                  t('fraud.clip'),
                  t('fraud.at'),
                  t('votesPage.network'),
                  t('votesPage.address'),
                  t('votesPage.agent'),
                  t('state'),
                ]}
              >
                {found.map((vote) => (
                  <tr key={`${vote.video_id} ${vote.voter_id}`}>
                    <th scope="row">
                      <Narrow name="voter_id" value={vote.voter_id}>
                        <span dir="auto">{vote.voter_name ?? t('left')}</span>
                      </Narrow>
                      <small>{moment(vote.voter_since)}</small>
                    </th>
                    <td>
                      <Narrow name="video_id" value={vote.video_id}>
                        <span dir="auto">{vote.title}</span>
                      </Narrow>
                    </td>
                    <td>{moment(vote.cast_at)}</td>
                    {(['network', 'address', 'agent'] as const).map((name) => (
                      <td key={name}>
                        <Narrow name={name} value={vote[name]}>
                          {vote[name]}
                        </Narrow>
                      </td>
                    ))}
                    <td>
                      <Tag tone={vote.voided_at ? 'bad' : 'good'}>
                        {vote.voided_at ? t('fraud.isVoided') : t('fraud.counts')}
                      </Tag>
                      {vote.void_reason && <small>{vote.void_reason}</small>}
                    </td>
                  </tr>
                ))}
              </Table>
              <UrlPager total={total} />
            </>
          )
        }
      </Loadable>
    </Section>
  );
}

/** Leads to the votes that have this in common. */
function Narrow({
  name,
  value,
  children,
}: {
  name: (typeof FIELDS)[number];
  value: string | null | undefined;
  children: ReactNode;
}) {
  if (!value) return '–';
  return (
    <Link to={{ search: new URLSearchParams({ [name]: value }).toString() }} preventScrollReset>
      {children}
    </Link>
  );
}

/** The trail of the votes: it goes on where votes were taken back. */
function Events() {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const { get, set } = useUrlFilters();
  const { video_id, voter_id, from, to } = useWanted();
  const wanted = get('kind');
  const kind = KINDS.find((each) => each === wanted);
  const [page, setPage] = useState({ of: '', offset: 0 });
  const query = { ...filled({ video_id, voter_id, from, to }), ...(kind && { kind }) };
  const of = JSON.stringify(query);
  const offset = page.of === of ? page.offset : 0;
  const events = useQuery(voteEventsQuery(query, offset));
  return (
    <Section title={t('votesPage.events')}>
      <p className={styles.soft}>{t('votesPage.eventsText')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('votesPage.kind')}
          value={kind ?? ''}
          options={[
            ['', t('all')],
            ...KINDS.map((each) => [each, t(`votesPage.kinds.${each}`)] as const),
          ]}
          onChange={(event) => set({ kind: event.target.value })}
        />
      </div>
      <Loadable query={events} skeleton={<TableSkeleton />}>
        {({ rows: found, total }) =>
          found.length === 0 ? (
            <Empty>{t('votesPage.noEvents')}</Empty>
          ) : (
            <>
              <Table
                caption={t('votesPage.events')}
                head={[
                  t('audit.when'),
                  t('votesPage.kind'),
                  t('votesPage.voter'),
                  t('votesPage.video'),
                  t('votesPage.actor'),
                  t('reason'),
                  t('votesPage.network'),
                ]}
              >
                {found.map((event) => (
                  <tr key={event.id}>
                    <td>{moment(event.at)}</td>
                    <th scope="row">{t(`votesPage.kinds.${event.kind}`)}</th>
                    <td>
                      <Narrow name="voter_id" value={event.voter_id}>
                        {event.voter_id}
                      </Narrow>
                    </td>
                    <td>
                      <Narrow name="video_id" value={event.video_id}>
                        {event.video_id}
                      </Narrow>
                    </td>
                    <td>
                      {event.actor_id ? (
                        <Link to={`/admin/audit?actor=${event.actor_id}`}>{event.actor_id}</Link>
                      ) : (
                        '–'
                      )}
                    </td>
                    <td>{event.reason}</td>
                    <td>
                      <code>{event.network}</code>
                    </td>
                  </tr>
                ))}
              </Table>
              <Pager
                total={total}
                offset={offset}
                list={t('votesPage.events')}
                onOffset={(next) => setPage({ of, offset: next })}
              />
            </>
          )
        }
      </Loadable>
    </Section>
  );
}
