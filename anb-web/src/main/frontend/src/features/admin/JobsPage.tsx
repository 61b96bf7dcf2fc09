import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { UrlPager } from '../../ui/Pager';
import { Section } from '../../ui/Section';
import { SelectField } from '../../ui/SelectField';
import { StatusMessage } from '../../ui/StatusMessage';
import { Table, TableSkeleton } from '../../ui/Table';
import { Tag, type Tone } from '../../ui/Tag';
import { useUrlFilters } from '../../ui/useUrlFilters';
import {
  deadLettersQuery,
  jobsQuery,
  replayDeadLetters,
  replayJob,
  type Job,
} from './api/operations';
import { useShortFormats } from '../../i18n/useShortFormats';

const STATES = ['queued', 'running', 'done', 'failed'] as const;

const TONES: Record<Job['state'], Tone> = {
  queued: 'plain',
  running: 'warn',
  done: 'good',
  failed: 'bad',
};

export default function JobsPage() {
  const { t } = useTranslation('admin');
  const [message, setMessage] = useState('');
  return (
    <Page title={t('jobs.title')}>
      <div className={ui.stack}>
        <StatusMessage>{message}</StatusMessage>
        <Jobs onMessage={setMessage} />
        <DeadLetters onMessage={setMessage} />
      </div>
    </Page>
  );
}

function Jobs({ onMessage }: { onMessage: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const { get, set, offset } = useUrlFilters();
  const state = get('state');
  const jobs = useQuery(jobsQuery(state as Job['state'] | '', offset));
  return (
    <Section
      title={t('jobs.jobs')}
      tools={
        <SelectField
          label={t('state')}
          value={state}
          options={[
            ['', t('all')],
            ...STATES.map((each) => [each, t(`jobs.states.${each}`)] as const),
          ]}
          onChange={(event) => set({ state: event.target.value })}
        />
      }
    >
      <Loadable query={jobs} skeleton={<TableSkeleton />}>
        {({ rows: found, total }) =>
          found.length === 0 ? (
            <Empty>{t('jobs.empty')}</Empty>
          ) : (
            <>
              <Table
                caption={t('jobs.jobs')}
                head={[
                  t('jobs.clip'),
                  t('state'),
                  t('jobs.attempts'),
                  t('jobs.times'),
                  t('jobs.error'),
                  t('actions'),
                ]}
              >
                {found.map((job) => (
                  <tr key={job.task_id}>
                    <th scope="row">
                      <span dir="auto">{job.title}</span>
                      <small dir="auto">{job.owner_name}</small>
                    </th>
                    <td>
                      <Tag tone={TONES[job.state]}>{t(`jobs.states.${job.state}`)}</Tag>
                      {job.state === 'running' && <small>{job.progress} %</small>}
                    </td>
                    <td>
                      {job.attempt}
                      {job.worker && <small>{job.worker}</small>}
                    </td>
                    <td>
                      {moment(job.queued_at)}
                      {job.finished_at && <small>{moment(job.finished_at)}</small>}
                    </td>
                    <td>
                      {job.failure_code && <code>{job.failure_code}</code>}
                      {job.error_detail && <small>{job.error_detail}</small>}
                    </td>
                    <td>
                      {job.state === 'failed' && (
                        <ConfirmButton
                          label={t('jobs.replay')}
                          subject={job.title}
                          title={t('jobs.replayTitle')}
                          text={t('jobs.replayText', { title: job.title })}
                          look="primary"
                          action={() => replayJob(job.task_id)}
                          onDone={() => onMessage(t('jobs.replayed', { count: 1 }))}
                        />
                      )}
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

function DeadLetters({ onMessage }: { onMessage: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment } = useShortFormats();
  const letters = useQuery(deadLettersQuery);
  const waiting = [
    ...new Set(letters.data?.filter((each) => each.waiting).map((each) => each.video_id)),
  ];
  return (
    <Section
      title={t('jobs.deadLetters')}
      tools={
        waiting.length > 0 && (
          <ConfirmButton
            label={t('jobs.replayAll', { count: waiting.length })}
            title={t('jobs.replayTitle')}
            text={t('jobs.replayAllText', { count: waiting.length })}
            look="primary"
            action={() => replayDeadLetters(waiting)}
            onDone={() => onMessage(t('jobs.replayed', { count: waiting.length }))}
          />
        )
      }
    >
      <p className={styles.soft}>{t('jobs.deadLettersText')}</p>
      <Loadable query={letters} skeleton={<TableSkeleton />}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{t('jobs.noDeadLetters')}</Empty>
          ) : (
            <Table
              caption={t('jobs.deadLetters')}
              head={[
                t('jobs.clip'),
                t('jobs.failedAt'),
                t('jobs.attempts'),
                t('jobs.error'),
                t('state'),
              ]}
            >
              {found.map((letter) => (
                <tr key={letter.task_id}>
                  <th scope="row">
                    <code>{letter.video_id}</code>
                  </th>
                  <td>{moment(letter.failed_at)}</td>
                  <td>{letter.attempts}</td>
                  <td>{letter.error_detail}</td>
                  <td>
                    <Tag tone={letter.waiting ? 'bad' : 'good'}>
                      {letter.waiting ? t('jobs.waiting') : t('jobs.dealt')}
                    </Tag>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loadable>
    </Section>
  );
}
