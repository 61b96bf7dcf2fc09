import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api, body, rows } from '../../api/client';
import { Button, ButtonLink } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Loadable, SlowNote } from '../../ui/Loadable';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import ui from '../../ui/ui.module.css';
import { CitySelect } from '../gallery/CitySelect';
import styles from './admin.module.css';
import { useFile } from './useFile';
import {
  Act,
  Choice,
  News,
  PAGE,
  Pager,
  SearchLine,
  Section,
  TableSkeleton,
  Tag,
  useFilters,
  type Tone,
} from './parts';
import type { Moderated } from './types';
import { useShort } from './useShort';

const STATES = ['pending', 'published', 'withheld', 'failed', 'waiting', 'all'] as const;
type State = Exclude<(typeof STATES)[number], 'all'>;

const TONES: Record<State, Tone> = {
  pending: 'warn',
  published: 'good',
  withheld: 'bad',
  failed: 'bad',
  waiting: 'plain',
};

export default function ModerationPage() {
  const { t } = useTranslation('admin');
  const common = useTranslation().t;
  const { get, set, offset } = useFilters();
  const [news, setNews] = useState('');
  const state = get('state', 'pending');
  const city = get('city');
  const q = get('q');
  const clips = useQuery({
    queryKey: ['admin', 'videos', state, city, q, offset],
    queryFn: ({ signal }) =>
      rows<Moderated>(
        api.GET('/api/admin/videos', {
          params: {
            query: {
              state: state as State,
              ...(city && { city }),
              ...(q && { q }),
              limit: PAGE,
              offset,
            },
          },
          signal,
        }),
      ),
  });

  return (
    <Page title={t('videos.title')} lead={t('videos.lead')}>
      <div className={ui.stack}>
        <News>{news}</News>
        <div className={styles.filters}>
          <Choice
            label={t('state')}
            value={state}
            options={STATES.map((each) => [each, t(`videos.states.${each}`)] as const)}
            onChange={(event) => set({ state: event.target.value })}
          />
          <CitySelect
            label={common('common.city')}
            none={common('common.allCities')}
            value={city}
            onChange={(chosen) => set({ city: chosen })}
          />
          <SearchLine
            label={t('videos.search')}
            value={q}
            onSearch={(text) => {
              set({ q: text });
            }}
          />
        </div>
        <Section title={t(`videos.states.${state as State}`)}>
          <Loadable query={clips} skeleton={<TableSkeleton />}>
            {({ rows: found, total }) =>
              found.length === 0 ? (
                <Empty>{t('videos.empty')}</Empty>
              ) : (
                <>
                  <p className={styles.soft}>{t('videos.count', { count: total })}</p>
                  <ul>
                    {found.map((clip) => (
                      <li key={clip.video_id}>
                        <Clip clip={clip} onNews={setNews} />
                      </li>
                    ))}
                  </ul>
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

function Clip({ clip, onNews }: { clip: Moderated; onNews: (text: string) => void }) {
  const { t } = useTranslation('admin');
  const { moment, number } = useShort();
  const path = { params: { path: { video_id: clip.video_id } } };
  const state = clip.state as State;
  const of = clip.title;
  return (
    <article className={styles.clip} aria-labelledby={`clip-${clip.video_id}`}>
      {clip.poster_url ? <Poster url={clip.poster_url} /> : <NoPoster />}
      <div>
        <h3 id={`clip-${clip.video_id}`}>{clip.title}</h3>
        <p>
          <Tag tone={TONES[state]}>{t(`videos.states.${state}`)}</Tag> {clip.owner_name} ·{' '}
          {clip.city}
        </p>
        <p className={styles.soft}>
          {clip.owner_email} · {t('videos.uploaded', { date: moment(clip.uploaded_at) })}
          {clip.duration ? ` · ${number(Math.round(clip.duration))} s` : ''}
          {` · ${t('votes', { count: clip.votes })}`}
        </p>
        {clip.withheld_reason && <p>{t('videos.why', { reason: clip.withheld_reason })}</p>}
        {clip.failure_code && (
          <p>
            {t('videos.failure')}: <code>{clip.failure_code}</code>
          </p>
        )}
        <div className={ui.row}>
          <Watch clip={clip} />
          <ButtonLink
            small
            to={`/admin/votes?video_id=${clip.video_id}`}
            aria-label={`${t('nav.votes')}: ${clip.title}`}
          >
            {t('nav.votes')}
          </ButtonLink>
          {state === 'pending' && (
            <Act
              label={t('videos.approve')}
              of={of}
              title={t('videos.approveTitle')}
              text={t('videos.approveText', { title: clip.title })}
              look="primary"
              act={() => body(api.POST('/api/admin/videos/{video_id}/approve', path))}
              onDone={() => onNews(t('videos.approved', { title: clip.title }))}
            />
          )}
          {(state === 'pending' || state === 'failed' || state === 'waiting') && (
            <Act
              label={t('videos.reject')}
              of={of}
              title={t('videos.rejectTitle')}
              text={t('videos.rejectText', { title: clip.title })}
              look="danger"
              reason
              act={(reason) =>
                body(api.POST('/api/admin/videos/{video_id}/reject', { ...path, body: { reason } }))
              }
              onDone={() => onNews(t('videos.rejected', { title: clip.title }))}
            />
          )}
          {state === 'published' && (
            <Act
              label={t('videos.takeDown')}
              of={of}
              title={t('videos.takeDownTitle')}
              text={t('videos.takeDownText', { title: clip.title })}
              look="danger"
              reason
              act={(reason) =>
                body(
                  api.POST('/api/admin/videos/{video_id}/take-down', { ...path, body: { reason } }),
                )
              }
              onDone={() => onNews(t('videos.takenDown', { title: clip.title }))}
            />
          )}
          {state === 'withheld' && (
            <Act
              label={t('videos.restore')}
              of={of}
              title={t('videos.restoreTitle')}
              text={t('videos.restoreText', { title: clip.title })}
              look="primary"
              act={() => body(api.POST('/api/admin/videos/{video_id}/restore', path))}
              onDone={() => onNews(t('videos.restored', { title: clip.title }))}
            />
          )}
        </div>
      </div>
    </article>
  );
}

function NoPoster() {
  return (
    <span className={styles.poster}>
      <Icon name="film" size={40} />
    </span>
  );
}

function Poster({ url }: { url: string }) {
  const { data, show } = useFile(url);
  if (!data) return <NoPoster />;
  return <img className={styles.poster} ref={show} alt="" />;
}

/** Plays a clip, public or not; while there is no other, the file that was sent. */
function Watch({ clip }: { clip: Moderated }) {
  const { t } = useTranslation('admin');
  const common = useTranslation().t;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        aria-label={`${t('videos.watch')}: ${clip.title}`}
        onClick={() => setOpen(true)}
      >
        <Icon name="play" size={18} />
        {t('videos.watch')}
      </Button>
      <ModalOverlay isOpen={open} onOpenChange={setOpen} isDismissable className={ui.overlay ?? ''}>
        <Modal className={styles.watch ?? ''}>
          <Dialog className={classes(ui.dialog, styles.watch)}>
            <Heading slot="title">{clip.title}</Heading>
            <Player url={clip.processed_url ?? clip.original_url} title={clip.title} />
            <Button onClick={() => setOpen(false)}>{common('common.close')}</Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function Player({ url, title }: { url: string; title: string }) {
  const { data, error, isError, refetch, show } = useFile(url);
  if (isError) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SlowNote />;
  return (
    // Clips of players have no text of what is said.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video ref={show} controls autoPlay aria-label={title} />
  );
}
