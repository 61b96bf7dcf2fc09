import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import checkbox from '../../ui/CheckboxField.module.css';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { filterOf, votesPage } from './flags';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { StatusMessage } from '../../ui/StatusMessage';
import { Table, TableSkeleton } from '../../ui/Table';
import { Tag } from '../../ui/Tag';
import { useUrlFilters } from '../../ui/useUrlFilters';
import {
  fraudQuery,
  restoreVotes,
  voidVotes,
  votesQuery,
  type CastVote,
  type Flag,
} from './api/votes';
import { useShortFormats } from '../../i18n/useShortFormats';

const FlagChart = lazy(() => import('./FlagChart'));

const KINDS = [
  'network_burst',
  'network_hour',
  'network_day',
  'network_share',
  'signup_sequence',
  'single_votes',
  'mail_domain',
  'young_accounts',
  'account_rate',
  'address_rate',
  'same_device',
] as const;

/** The longest period is a little less than what the server takes, whose clock is another. */
const PERIODS = { day: 24, week: 7 * 24, month: 31 * 24 - 1 } as const;
type Period = keyof typeof PERIODS;

export default function FraudPage() {
  const { t } = useTranslation('admin');
  const { get, set } = useUrlFilters();
  const [message, setMessage] = useState('');
  const [open, setOpen] = useState<Flag>();
  const wanted = get('period', 'day');
  const period: Period = wanted in PERIODS ? (wanted as Period) : 'day';
  const kind = get('kind');
  const report = useQuery(fraudQuery(PERIODS[period], kind as Flag['kind'] | ''));
  return (
    <Page title={t('fraud.title')} lead={t('fraud.lead')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <div className={styles.filters}>
          <SelectField
            label={t('fraud.period')}
            value={period}
            options={[
              ['day', t('fraud.day')],
              ['week', t('fraud.week')],
              ['month', t('fraud.month')],
            ]}
            onChange={(event) => set({ period: event.target.value })}
          />
          <SelectField
            label={t('fraud.kind')}
            value={kind}
            options={[
              ['', t('all')],
              ...KINDS.map((each) => [each, t(`fraud.kinds.${each}`)] as const),
            ]}
            onChange={(event) => set({ kind: event.target.value })}
          />
        </div>
        <Loadable query={report} skeleton={<TableSkeleton />}>
          {({ flags, thresholds }) => (
            <>
              <Section title={t('fraud.flags')}>
                {flags.length === 0 ? (
                  <Empty>{t('fraud.none')}</Empty>
                ) : (
                  <>
                    <Suspense fallback={<TableSkeleton />}>
                      <FlagChart flags={flags} />
                    </Suspense>
                    <Flags flags={flags} onOpen={setOpen} />
                  </>
                )}
              </Section>
              {open && (
                <Votes
                  key={open.votes_url}
                  flag={open}
                  onMessage={setMessage}
                  onClose={() => setOpen(undefined)}
                />
              )}
              <Section title={t('fraud.thresholds')}>
                <dl className={styles.facts}>
                  {thresholds.map((each) => (
                    <div key={each.kind}>
                      <dt>{t(`fraud.kinds.${each.kind as Flag['kind']}`)}</dt>
                      <dd>{t('fraud.threshold', { votes: each.votes, seconds: each.seconds })}</dd>
                    </div>
                  ))}
                </dl>
              </Section>
            </>
          )}
        </Loadable>
      </div>
    </Page>
  );
}

function Flags({ flags, onOpen }: { flags: readonly Flag[]; onOpen: (flag: Flag) => void }) {
  const { t } = useTranslation('admin');
  const { moment, number } = useShortFormats();
  return (
    <Table
      caption={t('fraud.flags')}
      head={[
        t('fraud.kind'),
        t('fraud.common'),
        t('fraud.target'),
        t('fraud.cast'),
        t('fraud.counted'),
        t('fraud.peak'),
        t('fraud.score'),
        t('fraud.span'),
        t('actions'),
      ]}
    >
      {flags.map((flag) => (
        <tr key={flag.votes_url}>
          <th scope="row">{t(`fraud.kinds.${flag.kind}`)}</th>
          <td>
            <span dir="auto">{flag.voter_name}</span>
            {[flag.network, flag.address, flag.agent].filter(Boolean).map((hash) => (
              <code key={hash}>{hash} </code>
            ))}
          </td>
          <td>
            <span dir="auto">{flag.player_name ?? '–'}</span>
            {flag.title && <small dir="auto">{flag.title}</small>}
          </td>
          <td>{number(flag.votes)}</td>
          <td>{number(flag.counted)}</td>
          <td>{number(flag.peak)}</td>
          <td>{number(flag.score)}</td>
          <td>
            {moment(flag.first_at)}
            <small>{moment(flag.last_at)}</small>
          </td>
          <td>
            <Button small onClick={() => onOpen(flag)}>
              {t('fraud.showVotes')}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}

const keyOf = (vote: CastVote) => `${vote.video_id} ${vote.voter_id}`;

interface VotesProps {
  flag: Flag;
  onMessage: (text: string) => void;
  onClose: () => void;
}

/** The votes of a flag, all chosen until the reader takes some out. */
function Votes({ flag, onMessage, onClose }: VotesProps) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const votes = useQuery(votesQuery(filterOf(flag)));
  const chosen = votes.data?.rows.filter((vote) => !left.has(keyOf(vote))) ?? [];
  const counting = chosen.filter((vote) => !vote.voided_at);
  const voided = chosen.filter((vote) => vote.voided_at);
  const toggle = (key: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });

  return (
    <Section
      title={t('fraud.votes')}
      tools={
        <>
          <ConfirmButton
            label={t('fraud.void', { count: counting.length })}
            title={t('fraud.voidTitle')}
            text={t('fraud.voidText', { count: counting.length })}
            look="danger"
            needsReason
            disabled={counting.length === 0}
            action={(reason) => voidVotes(reason, { votes: counting })}
            onDone={() => onMessage(t('fraud.voided'))}
          />
          <ConfirmButton
            label={t('fraud.restore', { count: voided.length })}
            title={t('fraud.restoreTitle')}
            text={t('fraud.restoreText', { count: voided.length })}
            needsReason
            disabled={voided.length === 0}
            action={(reason) => restoreVotes(reason, { votes: voided })}
            onDone={() => onMessage(t('fraud.restored'))}
          />
          <ButtonLink small to={votesPage(flag)}>
            {t('fraud.allVotes')}
          </ButtonLink>
          <Button small onClick={onClose}>
            {t('fraud.close')}
          </Button>
        </>
      }
    >
      <Loadable query={votes} skeleton={<TableSkeleton />}>
        {({ rows: found, total }) => (
          <>
            {total > found.length && <p>{t('fraud.more', { count: found.length, total })}</p>}
            <Table
              caption={t('fraud.votes')}
              head={[
                t('fraud.choose'),
                t('fraud.voter'),
                t('fraud.clip'),
                t('fraud.at'),
                t('fraud.origin'),
                t('state'),
              ]}
            >
              {found.map((vote) => (
                <tr key={keyOf(vote)}>
                  <td className={checkbox.checkbox}>
                    <input
                      type="checkbox"
                      aria-label={`${t('fraud.choose')}: ${vote.voter_name ?? t('left')}`}
                      checked={!left.has(keyOf(vote))}
                      onChange={() => toggle(keyOf(vote))}
                    />
                  </td>
                  <th scope="row">
                    <span dir="auto">{vote.voter_name ?? t('left')}</span>
                    <small>{moment(vote.voter_since)}</small>
                  </th>
                  <td dir="auto">{vote.title}</td>
                  <td>{moment(vote.cast_at)}</td>
                  <td>
                    <code>{vote.network}</code>
                    <small>{vote.agent}</small>
                  </td>
                  <td>
                    <Tag tone={vote.voided_at ? 'bad' : 'good'}>
                      {vote.voided_at ? t('fraud.isVoided') : t('fraud.counts')}
                    </Tag>
                    {vote.void_reason && <small>{vote.void_reason}</small>}
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </Loadable>
    </Section>
  );
}
