import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, rows } from '../../api/client';
import { Empty } from '../../ui/Empty';
import { Loadable } from '../../ui/Loadable';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import styles from './admin.module.css';
import {
  Act,
  Choice,
  News,
  PAGE,
  Pager,
  Section,
  Table,
  TableSkeleton,
  Tag,
  useFilters,
  type Tone,
} from './parts';
import type { DeadLetter, Job } from './types';
import { useShort } from './useShort';

const STATES = ['queued', 'running', 'done', 'failed'] as const;

const TONES: Record<Job['state'], Tone> = {
  queued: 'plain',
  running: 'warn',
  done: 'good',
  failed: 'bad',
};

export default function JobsPage() {
  const { t } = useTranslation('admin');
  const [news, setNews] = useState('');
  return (
    <Page title={t('jobs.title')}>
      <div className={ui.stack}>
        <News>{news}</News>
        <Jobs onNews={setNews} />
        <DeadLetters onNews={setNews} />
      </div>
    </Page>
  );
}

function Jobs({ onNews }: { onNews: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const { get, set, offset } = useFilters();
  const state = get('state');
  const jobs = useQuery({
    queryKey: ['admin', 'jobs', state, offset],
    queryFn: ({ signal }) =>
      rows<Job>(
        api.GET('/api/admin/jobs', {
          params: {
            query: {
              ...(state && { state: state as Job['state'] }),
              limit: PAGE,
              offset,
            },
          },
          signal,
        }),
      ),
    refetchInterval: 10_000,
  });
  return (
    <Section
      title={t('jobs.jobs')}
      tools={
        <Choice
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
                      {job.title}
                      <small>{job.owner_name}</small>
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
                        <Act
                          label={t('jobs.replay')}
                          of={job.title}
                          title={t('jobs.replayTitle')}
                          text={t('jobs.replayText', { title: job.title })}
                          look="primary"
                          act={() =>
                            body(
                              api.POST('/api/admin/jobs/{task_id}/replay', {
                                params: { path: { task_id: job.task_id } },
                              }),
                            )
                          }
                          onDone={() => onNews(t('jobs.replayed', { count: 1 }))}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </Table>
              <Pager total={total} />
            </>
          )
        }
      </Loadable>
    </Section>
  );
}

function DeadLetters({ onNews }: { onNews: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment } = useShort();
  const letters = useQuery({
    queryKey: ['admin', 'dead-letters'],
    queryFn: ({ signal }) =>
      body<DeadLetter[]>(
        api.GET('/api/admin/dead-letters', { params: { query: { limit: 100 } }, signal }),
      ),
  });
  const waiting = [
    ...new Set(letters.data?.filter((each) => each.waiting).map((each) => each.video_id)),
  ];
  return (
    <Section
      title={t('jobs.deadLetters')}
      tools={
        waiting.length > 0 && (
          <Act
            label={t('jobs.replayAll', { count: waiting.length })}
            title={t('jobs.replayTitle')}
            text={t('jobs.replayAllText', { count: waiting.length })}
            look="primary"
            act={() =>
              body(api.POST('/api/admin/dead-letters/replay', { body: { video_ids: waiting } }))
            }
            onDone={() => onNews(t('jobs.replayed', { count: waiting.length }))}
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
